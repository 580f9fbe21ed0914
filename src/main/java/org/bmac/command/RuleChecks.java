package org.bmac.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.point.PointId;

/** Why rules make no sense for an output, each in one sentence for people. Pure. */
final class RuleChecks {
    static final Duration LONGEST = Duration.ofHours(24);
    static final int MOST_TIMES = 1_000;
    static final int MOST_OTHERS = 50;

    private RuleChecks() {}

    /**
     * The first objection.
     *
     * @param before what counts now; other outputs that it names may stay, seen or not
     * @param seen the building as far as the one who sets them sees it
     */
    static Optional<String> objection(Point point, OutputRules before, OutputRules rules, Building seen) {
        if (!point.commandable()) {
            return Optional.of(point.label() + " is no output.");
        }
        long kinds = rules.guards().stream().map(Guard::getClass).distinct().count();
        if (kinds < rules.guards().size()) {
            return Optional.of("An output has each kind of rule once.");
        }
        return rules.guards().stream()
                .flatMap(guard -> objection(point, before, guard, seen).stream())
                .findFirst()
                .or(() -> otherwise(rules));
    }

    private static Optional<String> objection(Point point, OutputRules before, Guard guard, Building seen) {
        return switch (guard) {
            case Guard.MinimumTimes(Duration on, Duration off) ->
                unless(on.compareTo(LONGEST) <= 0 && off.compareTo(LONGEST) <= 0, "A minimum time is 24 h at most.");
            case Guard.SwitchingRate(int times, Duration within) ->
                unless(
                        times <= MOST_TIMES && within.compareTo(LONGEST) <= 0,
                        "A switching rate is at most " + MOST_TIMES + " times, within 24 h at most.");
            case Guard.Exclusive(Set<PointId> others) -> others(point, before, others, seen);
            case Guard.Occupancy _ ->
                unless(point.zone() != null, "It is in no zone, so nobody knows whether that is occupied.");
            case Guard.Limits(double least, double most) ->
                unless(
                        point.kind().plausible(least) && point.kind().plausible(most),
                        "Limits lie within what the output can take at all.");
        };
    }

    private static Optional<String> others(Point point, OutputRules before, Set<PointId> others, Building seen) {
        if (others.contains(point.id())) {
            return Optional.of("An output cannot exclude itself.");
        }
        if (others.size() > MOST_OTHERS) {
            return Optional.of("An output excludes " + MOST_OTHERS + " others at most.");
        }
        Set<PointId> had = excluded(before.guards());
        boolean known = others.stream()
                .allMatch(other -> had.contains(other)
                        || seen.point(other).filter(Point::commandable).isPresent());
        return unless(known, "One of the other outputs does not exist any more.");
    }

    static Set<PointId> excluded(List<Guard> guards) {
        return guards.stream()
                .flatMap(guard ->
                        guard instanceof Guard.Exclusive(Set<PointId> others) ? others.stream() : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> otherwise(OutputRules rules) {
        if (rules.otherwise() == null) {
            return Optional.empty();
        }
        double number = rules.otherwise().asNumber();
        boolean within = rules.guards().stream()
                .allMatch(guard -> !(guard instanceof Guard.Limits(double least, double most))
                        || (number >= least && number <= most));
        return unless(within, "What it does otherwise lies outside its own limits.");
    }

    private static Optional<String> unless(boolean fine, String sentence) {
        return fine ? Optional.empty() : Optional.of(sentence);
    }
}
