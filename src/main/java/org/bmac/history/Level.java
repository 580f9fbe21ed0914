package org.bmac.history;

import java.util.List;

/** How finely something is kept: reading by reading, or summed up over a stretch of time that begins on the clock of UTC. */
enum Level {
    RAW(1, "history_reading"),
    MINUTE(60_000, "history_minute"),
    QUARTER(900_000, "history_quarter"),
    HOUR(3_600_000, "history_hour"),
    DAY(86_400_000, "history_day");

    /** Those that are summaries, the finest first. */
    static final List<Level> SUMMARIES = List.of(MINUTE, QUARTER, HOUR, DAY);

    private final long length;
    private final String table;

    Level(long length, String table) {
        this.length = length;
        this.table = table;
    }

    /** In milliseconds. */
    long length() {
        return length;
    }

    String table() {
        return table;
    }

    /** Where the stretch begins that holds this moment. */
    long start(long at) {
        return at - Math.floorMod(at, length);
    }

    /** The beginning of a stretch at or after this moment. */
    long next(long at) {
        return start(at + length - 1);
    }

    /** The next finer one; of {@link #RAW} itself. */
    Level finer() {
        return switch (this) {
            case RAW, MINUTE -> RAW;
            case QUARTER -> MINUTE;
            case HOUR -> QUARTER;
            case DAY -> HOUR;
        };
    }

    /** The next coarser one; of {@link #DAY} itself. */
    Level coarser() {
        return switch (this) {
            case RAW -> MINUTE;
            case MINUTE -> QUARTER;
            case QUARTER -> HOUR;
            case HOUR, DAY -> DAY;
        };
    }

    /** The coarsest whose stretches are not longer than this. */
    static Level fitting(long width) {
        Level fitting = RAW;
        for (Level level : SUMMARIES) {
            if (level.length <= width) {
                fitting = level;
            }
        }
        return fitting;
    }
}
