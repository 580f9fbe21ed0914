package org.bmac.live;

/**
 * How long a point may be silent before its value counts less. All times in milliseconds.
 *
 * @param stale longer than this since the value was measured: stale
 * @param offline longer than this since the node was heard: offline
 */
record Patience(long stale, long offline, String staleReason, String offlineReason) {
    /** For points that speak on change only: silence says nothing. */
    static final Patience ENDLESS = new Patience(Long.MAX_VALUE, Long.MAX_VALUE, "", "");

    private static final long LEAST_STALE = 15_000;
    private static final long LEAST_OFFLINE = 60_000;

    /** What the usual time between two readings allows; 0 is on change only. */
    static Patience of(long interval) {
        if (interval == 0) {
            return ENDLESS;
        }
        long stale = Math.max(3 * interval, LEAST_STALE);
        long offline = Math.max(10 * interval, LEAST_OFFLINE);
        return new Patience(
                stale, offline, "no reading for more than " + words(stale), "silent for more than " + words(offline));
    }

    private static String words(long millis) {
        long seconds = Math.round(millis / 1000.0);
        return seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }
}
