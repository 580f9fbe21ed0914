package org.bmac.command;

import java.time.Duration;
import java.util.Set;
import org.bmac.point.PointId;

/** A rule of an output that a wish must not break. */
public sealed interface Guard {

    /** Once on it stays on for so long, once off it stays off for so long; zero for no matter how long. */
    record MinimumTimes(Duration on, Duration off) implements Guard {
        public MinimumTimes {
            if (on.isNegative() || off.isNegative()) {
                throw new IllegalArgumentException("minimum times are not negative: " + on + ", " + off);
            }
        }
    }

    /** It is switched on or off at most so many times within so long. */
    record SwitchingRate(int times, Duration within) implements Guard {
        public SwitchingRate {
            if (times < 1 || !within.isPositive()) {
                throw new IllegalArgumentException("a switching rate is at least once within more than no time");
            }
        }
    }

    /** It is on only while all of these are off. */
    record Exclusive(Set<PointId> others) implements Guard {
        public Exclusive {
            others = Set.copyOf(others);
            if (others.isEmpty()) {
                throw new IllegalArgumentException("an output excludes at least one other");
            }
        }
    }

    /** It is on only while its zone is occupied, or only while it is not; its motion points say so. */
    record Occupancy(boolean occupied) implements Guard {}

    /** It is given no less and no more than this, in its own unit. */
    record Limits(double least, double most) implements Guard {
        public Limits {
            if (!(least <= most)) {
                throw new IllegalArgumentException("limits go from " + least + " up to at least that, not " + most);
            }
        }
    }

    /** Its name for people, in English. */
    default String label() {
        return switch (this) {
            case MinimumTimes _ -> "Minimum on and off time";
            case SwitchingRate _ -> "Maximum switching rate";
            case Exclusive _ -> "Mutually exclusive outputs";
            case Occupancy(boolean occupied) -> occupied ? "Only when occupied" : "Only when unoccupied";
            case Limits _ -> "Output limits";
        };
    }
}
