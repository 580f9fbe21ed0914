package org.bmac.node;

import java.util.Map;

/**
 * What the intake has done since the start.
 *
 * @param messages taken from the broker
 * @param readings told to the listeners, bad ones included
 * @param bad readings that were bad
 * @param ignored messages that were in order but not for us, by why
 * @param unreadable messages that could not be read, by what was wrong
 * @param kept values that the broker had kept, of points that had already spoken for themselves
 * @param refused messages of unknown sources beyond the {@linkplain Intake#MOST_UNPLACED most} that are kept unplaced, and
 *     of unplaced ones that would have too many points
 * @param waiting messages that wait until their node or point is made
 * @param failures of listeners
 */
public record Counters(
        long messages,
        long readings,
        long bad,
        Map<Why, Long> ignored,
        Map<Fault, Long> unreadable,
        long kept,
        long refused,
        int waiting,
        long failures) {
    public Counters {
        ignored = Map.copyOf(ignored);
        unreadable = Map.copyOf(unreadable);
    }

    /** All that could not be read. */
    public long unreadableInAll() {
        return unreadable.values().stream().mapToLong(Long::longValue).sum();
    }
}
