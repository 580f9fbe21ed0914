package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Chance that can be repeated: everything drawn here depends on the seed and on what it is drawn for, and on nothing that
 * was drawn before.
 */
record Chance(long seed) {

    /** A number from 0 (inclusive) to 1 (exclusive) for these two keys. */
    double of(long a, long b) {
        return (mixed(a, b) >>> 11) * 0x1.0p-53;
    }

    /** A generator of its own for these two keys. */
    SplittableRandom generator(long a, long b) {
        return new SplittableRandom(mixed(a, b));
    }

    /** A number from −1 to 1 that wanders smoothly and has changed its mind after about this long. */
    double swell(long stream, Instant at, Duration mind) {
        double place = at.toEpochMilli() / (double) mind.toMillis();
        long before = (long) Math.floor(place);
        double part = place - before;
        double eased = part * part * (3 - 2 * part);
        return 2 * (of(stream, before) * (1 - eased) + of(stream, before + 1) * eased) - 1;
    }

    /** About normal, mean 0, deviation 1, never beyond ±3.5. */
    double noise(long a, long b) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += of(a * 4 + i, b);
        }
        return (sum - 2) * Math.sqrt(3);
    }

    private long mixed(long a, long b) {
        return stirred(stirred(stirred(seed) ^ a) ^ b);
    }

    /** The finaliser of the SplitMix64 generator: each bit of the input turns about half of the bits. */
    private static long stirred(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
