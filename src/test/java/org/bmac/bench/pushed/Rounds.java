package org.bmac.bench.pushed;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.bmac.live.Following;
import org.bmac.live.Latest;
import org.bmac.live.Live;

/**
 * Pushes to one view at the pace of the map's own stream: the first change after a quiet moment at once, then one push on
 * its way at a time, the next when the browser has drawn that one (or has had five seconds to) and at least a frame later.
 */
final class Rounds implements AutoCloseable {
    private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(16);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private final UI ui;
    private final Function<List<Latest>, PendingJavaScriptResult> show;
    private final Following following;
    private final Thread thread;

    private volatile boolean news;
    private volatile boolean resting;
    private volatile boolean underway;
    private volatile boolean closed;
    private long sentAt;

    private Rounds(Live live, UI ui, Function<List<Latest>, PendingJavaScriptResult> show) {
        this.ui = ui;
        this.show = show;
        this.following = live.follow(_ -> true, this::nudge);
        this.thread = Thread.ofVirtual().name("rounds " + ui.getUIId()).unstarted(this::serve);
    }

    /**
     * Begins with everything, then goes on with what changes, on a thread of its own.
     *
     * @param show called with the session locked; shows these, and gives what the browser answers when it has drawn them
     */
    static Rounds begin(Live live, UI ui, Function<List<Latest>, PendingJavaScriptResult> show) {
        Rounds rounds = new Rounds(live, ui, show);
        rounds.sentAt = System.nanoTime();
        rounds.show(rounds.following.snapshot());
        rounds.thread.start();
        return rounds;
    }

    @Override
    public void close() {
        closed = true;
        following.close();
        wake();
    }

    private void serve() {
        try {
            while (!closed) {
                long wait = step();
                if (!closed && !(resting && news)) {
                    LockSupport.parkNanos(this, wait);
                }
            }
        } catch (UIDetachedException _) {
            close();
        }
    }

    private long step() {
        if (news && pause() == 0) {
            news = false;
            underway = true;
            sentAt = System.nanoTime();
            var _ = ui.access(() -> show(following.drain()));
        }
        long pause = pause();
        resting = pause == 0;
        return resting ? PATIENCE : pause;
    }

    private long pause() {
        long due = underway ? PATIENCE : FRAME;
        return Math.max(0, due - (System.nanoTime() - sentAt));
    }

    private void show(List<Latest> points) {
        if (points.isEmpty()) {
            drawn();
        } else {
            underway = true;
            show.apply(points).then(_ -> drawn(), _ -> drawn());
        }
    }

    private void drawn() {
        underway = false;
        wake();
    }

    private void nudge() {
        news = true;
        if (resting) {
            wake();
        }
    }

    private void wake() {
        LockSupport.unpark(thread);
    }
}
