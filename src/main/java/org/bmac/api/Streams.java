package org.bmac.api;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.bmac.access.AccessChanged;
import org.bmac.access.UserId;
import org.bmac.building.BuildingChanged;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Everybody who listens now: a bounded number, and none longer than may be. */
@Component
class Streams {
    static final int MOST = 200;

    private final Map<PointStream, UserId> open = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST);
    private volatile boolean closed;

    /** Is held for as long as the stream runs. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a place for a stream.
     *
     * @throws ResponseStatusException (503) when there is none left
     */
    Place take(PointStream stream, UserId user) {
        if (closed || !places.tryAcquire()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many programs are listening already; there are " + MOST + " places.");
        }
        open.put(stream, user);
        return () -> {
            open.remove(stream);
            places.release();
        };
    }

    /** Returns those that run now. */
    Set<PointStream> running() {
        return Set.copyOf(open.keySet());
    }

    @EventListener
    void on(AccessChanged changed) {
        open.forEach((stream, user) -> {
            if (user.equals(changed.user())) {
                stream.end();
            }
        });
    }

    @EventListener
    void on(BuildingChanged changed) {
        open.keySet().forEach(PointStream::beginAnew);
    }

    /** Before the server waits for its requests to end, because these would not. */
    @EventListener
    void on(ContextClosedEvent closing) {
        closed = true;
        open.keySet().forEach(PointStream::end);
    }
}
