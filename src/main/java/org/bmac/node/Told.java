package org.bmac.node;

import org.jspecify.annotations.Nullable;

/**
 * What a node has told of itself.
 *
 * @param version of its firmware; null while it has not said
 * @param running the mask of the modules that run; null while it has not said
 * @param distress what it could not do, in its own words; null when nothing
 */
public record Told(
        @Nullable String version,
        @Nullable Integer running,
        @Nullable String distress) {
    static final Told NOTHING = new Told(null, null, null);

    Told version(String now) {
        return new Told(now, running, distress);
    }

    /** What runs now says more than what could not be started before. */
    Told running(int mask) {
        return new Told(version, mask, distress);
    }

    Told distress(@Nullable String words) {
        return new Told(version, running, words);
    }

    /** It begins anew, with nothing that runs. */
    Told restarted() {
        return new Told(version, null, null);
    }
}
