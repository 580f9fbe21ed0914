package org.bmac.floorplan;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.bmac.broker.Link;
import org.bmac.command.Part;
import org.bmac.history.Keeping;
import org.bmac.live.Following;
import org.bmac.live.Latest;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * One browser that looks at the map. A thread of its own does all the sending, one message after the other, so that a slow
 * browser holds up nobody else; everybody else only leaves word and wakes it.
 */
final class Screen {
    private static final long BEAT = 5_000;
    private static final long BETWEEN_MODELS = 500;
    private static final int MOST_WANTED = 32;

    private final Feed feed;
    private final Wire wire;
    private final Predicate<PointId> visible;
    private final Following following;
    private final Frames frames;
    private final Pace pace = new Pace();
    private final Allowance allowance = new Allowance();
    private final ControlNews control;
    private final Asks asks;
    private final Set<PointId> wanted = new LinkedHashSet<>();

    private volatile @Nullable Thread thread;
    private volatile boolean news;
    private volatile boolean resting;
    private volatile boolean closed;

    private long sequence;
    private long sentAt;
    private long model;
    private long modelAt;
    private @Nullable Link link;
    private @Nullable Keeping keeping;

    /** @param asks which part the person has in what waits for a second one, and whether its end is told at the beginning */
    Screen(Feed feed, Wire wire, Predicate<PointId> visible, Asks asks) {
        this.feed = feed;
        this.wire = wire;
        this.visible = visible;
        this.frames = new Frames(feed.fragments());
        this.control = new ControlNews(visible, asks::part);
        this.asks = asks;
        this.following = feed.live().follow(visible, this::nudge);
    }

    /** Serves the browser on the calling thread until it is closed or a message cannot be sent. */
    void serve() throws IOException {
        thread = Thread.currentThread();
        try (following) {
            begin();
            while (!closed) {
                long wait = step();
                if (!closed && !(resting && news)) {
                    LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(wait));
                }
            }
        }
    }

    /** Sends all there is. */
    void begin() throws IOException {
        long now = feed.clock().millis();
        Link current = feed.link().get();
        link = current;
        Keeping kept = feed.keeping().get();
        keeping = kept;
        model = feed.model().getAsLong();
        modelAt = now;
        number(
                now,
                frames.snapshot(++sequence, now, model, current, kept, following.snapshot(), controls(), requests()));
    }

    /**
     * Sends what is due.
     *
     * @return after how many milliseconds to come again, if nobody wakes us before
     */
    long step() throws IOException {
        long now = feed.clock().millis();
        answer(now);
        long untilModel = sendModel(now);
        long untilControl = sendControl(now);
        push(now);
        long untilPush = pace.pause(now, feed.tempo().gap());
        resting = untilPush == 0;
        long untilBeat = beat(now);
        return Math.min(Math.min(untilBeat, untilControl), Math.min(untilModel, resting ? BEAT : untilPush));
    }

    /** The browser said something. */
    void said(ClientWord word) {
        switch (word) {
            case ClientWord.Drawn(long drawn) -> pace.drawn(drawn);
            case ClientWord.Wanted(PointId point) -> want(point);
            case ClientWord.Nothing() -> {}
        }
        wake();
    }

    /** Where to leave word of control; {@link #wake} it then. */
    ControlNews control() {
        return control;
    }

    /** Something other than a point may have changed: the link, the building. */
    void wake() {
        LockSupport.unpark(thread);
    }

    void close() {
        closed = true;
        following.close();
        wake();
    }

    /** Wakes the thread only when it rests: otherwise it comes by itself when the pace allows. */
    private void nudge() {
        news = true;
        if (resting) {
            wake();
        }
    }

    private void push(long now) throws IOException {
        Link current = feed.link().get();
        boolean linkChanged = !current.equals(link);
        Keeping kept = feed.keeping().get();
        boolean keepingChanged = isNews(kept);
        if (!(news || linkChanged || keepingChanged)
                || pace.pause(now, feed.tempo().gap()) > 0) {
            return;
        }
        long began = System.nanoTime();
        news = false;
        List<Latest> changed = following.drain();
        if (linkChanged || keepingChanged || !changed.isEmpty()) {
            link = current;
            keeping = kept;
            number(
                    now,
                    frames.changes(
                            ++sequence, now, linkChanged ? current : null, keepingChanged ? kept : null, changed));
            feed.tempo().took(System.nanoTime() - began);
        }
    }

    /** How many wait says something only while they are not kept. */
    private boolean isNews(Keeping kept) {
        Keeping before = keeping;
        return before == null || kept.up() != before.up() || (!kept.up() && !kept.equals(before));
    }

    /** Sends what the browser will say that it has drawn. */
    private void number(long now, String frame) throws IOException {
        pace.sent(sequence, now);
        send(now, frame);
    }

    private long beat(long now) throws IOException {
        if (now - sentAt >= BEAT || now < sentAt) {
            send(now, frames.beat(++sequence, now));
        }
        return sentAt + BEAT - now;
    }

    private long sendModel(long now) throws IOException {
        long current = feed.model().getAsLong();
        if (current == model) {
            return BEAT;
        }
        long wait = modelAt + BETWEEN_MODELS - now;
        if (wait > 0 && wait <= BETWEEN_MODELS) {
            return wait;
        }
        model = current;
        modelAt = now;
        send(now, frames.model(current));
        return BEAT;
    }

    private List<String> controls() {
        return feed.controls().busy().stream()
                .filter(visible)
                .map(feed.controls()::of)
                .toList();
    }

    private List<String> requests() {
        return feed.controls().requests().stream()
                .filter(request -> asks.part(request) != Part.NOBODY)
                .filter(request -> request.isOpen() || asks.concerns(request))
                .map(request -> ControlJson.request(request, asks.part(request)))
                .toList();
    }

    /** At once, and where there is much of it not more often than anything else. */
    private long sendControl(long now) throws IOException {
        if (!control.any()) {
            return BEAT;
        }
        long gap = feed.tempo().gap();
        long wait = allowance.pause(now, gap);
        if (wait > 0) {
            return wait;
        }
        allowance.taken(gap);
        ControlNews.Batch batch = control.take();
        List<String> points = batch.points().stream().map(feed.controls()::of).toList();
        send(now, frames.control(now, points, batch.ends(), batch.requests()));
        return BEAT;
    }

    private void want(PointId point) {
        synchronized (wanted) {
            if (wanted.size() < MOST_WANTED) {
                wanted.add(point);
            }
        }
    }

    private void answer(long now) throws IOException {
        List<PointId> asked;
        synchronized (wanted) {
            asked = List.copyOf(wanted);
            wanted.clear();
        }
        for (PointId point : asked) {
            if (visible.test(point)) {
                send(now, frames.recent(point, feed.live().recent(point)));
            }
        }
    }

    private void send(long now, String frame) throws IOException {
        sentAt = now;
        wire.send(frame);
    }
}
