package org.bmac.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.live.Following;
import org.bmac.live.Latest;
import org.bmac.live.Live;
import org.bmac.point.PointId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Tells one program what changes. */
final class PointStream implements AutoCloseable {
    static final Duration PACE = Duration.ofMillis(100);
    static final Duration BEAT = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(PointStream.class);

    private final Buildings buildings;
    private final PointFilter filter;
    private final Predicate<PointId> mayBeSeen;
    private final JsonMapper json;
    private final Semaphore news = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Following following;
    private volatile boolean anew = true;
    private long number;

    /** @param mayBeSeen asked for each point at each moment, because rights change */
    PointStream(Buildings buildings, Live live, PointFilter filter, Predicate<PointId> mayBeSeen, JsonMapper json) {
        this.buildings = buildings;
        this.filter = filter;
        this.mayBeSeen = mayBeSeen;
        this.json = json;
        this.following = live.follow(this::visible, news::release);
    }

    /** Writes events until it is {@linkplain #end ended} or nobody reads them any more. */
    void run(OutputStream out) {
        try {
            do {
                out.write(next().getBytes(StandardCharsets.UTF_8));
                out.flush();
            } while (!ended.await(PACE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException gone) {
            LOG.debug("A program has stopped listening: {}", gone.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next event is a snapshot. */
    void beginAnew() {
        anew = true;
        news.release();
    }

    /** The stream ends soon. May be called on any thread. */
    void end() {
        ended.countDown();
        news.release();
    }

    @Override
    public void close() {
        following.close();
    }

    /** Waits for news, but not for long. */
    private String next() throws InterruptedException {
        boolean told = anew || news.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
        if (anew) {
            anew = false;
            return "retry: 2000\n" + event("snapshot", snapshot());
        }
        List<Latest> changed = told ? following.drain() : List.of();
        return changed.isEmpty()
                ? ": beat\n\n"
                : event("changes", changed.stream().map(ReadingEntry::of).toList());
    }

    private List<PointEntry> snapshot() {
        List<Latest> seen = following.snapshot();
        Building building = buildings.current();
        return seen.stream().flatMap(latest -> entry(building, latest).stream()).toList();
    }

    private static Optional<PointEntry> entry(Building building, Latest latest) {
        return building.point(latest.point()).map(point -> PointEntry.of(point, building, latest));
    }

    private String event(String name, Object data) {
        number++;
        return "id: " + number + "\nevent: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
    }

    private boolean visible(PointId id) {
        return buildings.current().point(id).filter(filter).isPresent() && mayBeSeen.test(id);
    }
}
