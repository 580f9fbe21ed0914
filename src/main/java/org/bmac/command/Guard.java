package org.bmac.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.building.Building;
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

    /**
     * What it says, for people, in English, such as "stays on for 5 min".
     *
     * @param seen the building as far as the reader may see it; what lies elsewhere is counted only
     */
    default String words(Building seen) {
        return switch (this) {
            case MinimumTimes(Duration on, Duration off) -> times(on, off);
            case SwitchingRate(int times, Duration within) ->
                "switched at most " + (times == 1 ? "once" : times + " times") + " within " + Words.exactly(within);
            case Exclusive(Set<PointId> others) -> "never on together with " + names(others, seen);
            case Occupancy(boolean occupied) -> "on only when its zone is " + (occupied ? "occupied" : "unoccupied");
            case Limits(double least, double most) -> "takes " + Words.number(least) + " to " + Words.number(most);
        };
    }

    private static String times(Duration on, Duration off) {
        return Stream.of(
                        on.isZero() ? "" : "stays on for " + Words.exactly(on),
                        off.isZero() ? "" : "stays off for " + Words.exactly(off))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String names(Set<PointId> others, Building seen) {
        List<String> names = others.stream()
                .sorted()
                .map(seen::wordsOf)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        int hidden = others.size() - names.size();
        if (hidden > 0) {
            names.add(hidden == 1 ? "an output out of sight" : hidden + " outputs out of sight");
        }
        return String.join(" and ", names);
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
