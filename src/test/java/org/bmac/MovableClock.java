package org.bmac;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; safe on every thread. */
public final class MovableClock extends Clock {
    private final AtomicReference<Instant> now;

    /** Stands at this moment. */
    public MovableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /** Stands at a Tuesday morning in May, in whole seconds. */
    public MovableClock() {
        this(Instant.parse("2026-05-12T08:00:00Z"));
    }

    /** Moves on by this much, or back if it is negative. */
    public void move(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    /** Jumps to this moment. */
    public void set(Instant moment) {
        now.set(moment);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Not offered: a copy in another zone would stand still when this one moves. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a movable clock stays in UTC");
    }
}
