package org.bmac.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * What counts for the guards of an output at one moment.
 *
 * @param on whether it is on as it was reported last; null when unknown
 * @param since when it was last switched, or first heard of; null when unknown
 * @param switched when it was switched on or off, oldest first
 * @param othersOn the other outputs that are on, or are just being switched on
 * @param occupied whether its zone is occupied; null when nobody knows
 */
record Situation(
        Value wanted,
        @Nullable Boolean on,
        @Nullable Instant since,
        List<Instant> switched,
        Set<PointId> othersOn,
        @Nullable Boolean occupied,
        Instant now) {

    boolean wantsOn() {
        return wanted.asNumber() > 0;
    }

    /** Whether the wish switches the output on or off; not while nobody knows what it is. */
    boolean switches() {
        return on != null && on != wantsOn();
    }

    /** The same while it is already being switched on or off since then: that may have happened, heard of or not. */
    Situation switching(boolean nowOn, Instant at) {
        return on != null && on == nowOn
                ? this
                : new Situation(
                        wanted,
                        nowOn,
                        at,
                        Stream.concat(switched.stream(), Stream.of(at)).toList(),
                        othersOn,
                        occupied,
                        now);
    }

    /** The first guard that objects, by its name and in one sentence for people. */
    Optional<String> objection(OutputRules rules, Priority priority) {
        return rules.guards().stream()
                .filter(guard ->
                        !priority.isUrgent() || guard instanceof Guard.Exclusive || guard instanceof Guard.Limits)
                .flatMap(guard -> objection(guard).map(why -> guard.label() + ": " + why).stream())
                .findFirst();
    }

    private Optional<String> objection(Guard guard) {
        return switch (guard) {
            case Guard.MinimumTimes times -> tooSoon(times);
            case Guard.SwitchingRate rate -> tooOften(rate);
            case Guard.Exclusive exclusive -> excluded(exclusive);
            case Guard.Occupancy occupancy -> occupancy(occupancy);
            case Guard.Limits limits -> outside(limits);
        };
    }

    private Optional<String> tooSoon(Guard.MinimumTimes times) {
        if (!switches() || since == null || on == null) {
            return Optional.empty();
        }
        Instant from = since.plus(on ? times.on() : times.off());
        return from.isAfter(now)
                ? Optional.of("it stays " + (on ? "on" : "off") + " for " + Words.time(now, from) + " more.")
                : Optional.empty();
    }

    private Optional<String> tooOften(Guard.SwitchingRate rate) {
        Instant from = now.minus(rate.within());
        long count = switched.stream().filter(moment -> moment.isAfter(from)).count();
        return switches() && count >= rate.times()
                ? Optional.of("it was switched " + count + " times within " + Words.time(rate.within()) + ".")
                : Optional.empty();
    }

    private Optional<String> excluded(Guard.Exclusive exclusive) {
        return wantsOn()
                ? exclusive.others().stream()
                        .filter(othersOn::contains)
                        .findFirst()
                        .map(_ -> "one of the others is on.")
                : Optional.empty();
    }

    private Optional<String> occupancy(Guard.Occupancy guard) {
        if (!wantsOn()) {
            return Optional.empty();
        }
        if (occupied == null) {
            return Optional.of("nobody knows whether the zone is occupied.");
        }
        return occupied == guard.occupied()
                ? Optional.empty()
                : Optional.of("the zone is " + (occupied ? "occupied." : "not occupied."));
    }

    private Optional<String> outside(Guard.Limits limits) {
        double number = wanted.asNumber();
        return number < limits.least() || number > limits.most()
                ? Optional.of("it takes " + Words.number(limits.least()) + " to " + Words.number(limits.most()) + ".")
                : Optional.empty();
    }
}
