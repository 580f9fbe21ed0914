package org.bmac.history;

import java.util.List;

/** How finely something is kept: reading by reading, or summed up over a stretch of time that begins on the clock of UTC. */
enum Level {
    RAW(1, "history_reading", 1),
    MINUTE(60_000, "history_minute", 1),
    QUARTER(900_000, "history_quarter", 8),
    HOUR(3_600_000, "history_hour", 32),
    DAY(86_400_000, "history_day", 0);

    /** Those that are summaries, the finest first. */
    static final List<Level> SUMMARIES = List.of(MINUTE, QUARTER, HOUR, DAY);

    /** Those that are packed into chunks. */
    static final List<Level> PACKED = List.of(RAW, MINUTE, QUARTER, HOUR);

    private static final long ONE_DAY = 86_400_000;

    private final long length;
    private final String table;
    private final long period;

    Level(long length, String table, int days) {
        this.length = length;
        this.table = table;
        this.period = days * ONE_DAY;
    }

    /** In milliseconds. */
    long length() {
        return length;
    }

    String table() {
        return table;
    }

    /** The table of its chunks; only {@link #PACKED} have one. */
    String chunks() {
        return table + "_chunk";
    }

    /** Where the period begins that holds this moment; what is packed together is of one period. */
    long period(long at) {
        return at - Math.floorMod(at, period);
    }

    /** Where the next period begins. */
    long nextPeriod(long at) {
        return period(at) + period;
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
