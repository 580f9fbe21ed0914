package org.bmac.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bmac.command.Control.ANNA;
import static org.bmac.command.Control.BEN;
import static org.bmac.command.Control.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bmac.MovableClock;
import org.bmac.building.TestBuildings;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardTests {
    private static final Instant NOW = Instant.parse("2026-05-12T08:00:00Z");
    private static final Value ON = new Value.Switched(true);
    private static final Value OFF = new Value.Switched(false);
    private static final PointId OTHER = new PointId(9);

    private static boolean objects(Guard guard, Situation situation) {
        return situation
                .objection(new OutputRules(Confirmation.NONE, List.of(guard), null), Priority.OPERATOR)
                .isPresent();
    }

    private static Situation situation(Value wanted, boolean on, int secondsSince) {
        return new Situation(wanted, on, NOW.minusSeconds(secondsSince), List.of(), Set.of(), null, NOW);
    }

    private static Situation occupied(Value wanted, @Nullable Boolean occupied) {
        return new Situation(wanted, null, null, List.of(), Set.of(), occupied, NOW);
    }

    @Test
    void minimumTimesKeepItOnAndOff() {
        Guard guard = new Guard.MinimumTimes(Duration.ofSeconds(60), Duration.ofSeconds(300));
        assertThat(objects(guard, situation(OFF, true, 59))).isTrue();
        assertThat(objects(guard, situation(OFF, true, 60))).isFalse();
        assertThat(objects(guard, situation(ON, true, 1))).isFalse();
        assertThat(objects(guard, situation(ON, false, 299))).isTrue();
        assertThat(objects(guard, situation(ON, false, 300))).isFalse();
        assertThat(objects(guard, occupied(ON, null))).isFalse();
    }

    @Test
    void switchingRateCountsWithinItsTime() {
        Guard guard = new Guard.SwitchingRate(2, Duration.ofHours(1));
        Situation twice = new Situation(
                ON, false, NOW, List.of(NOW.minusSeconds(3_599), NOW.minusSeconds(10)), Set.of(), null, NOW);
        Situation once = new Situation(
                ON, false, NOW, List.of(NOW.minusSeconds(3_600), NOW.minusSeconds(10)), Set.of(), null, NOW);
        assertThat(objects(guard, twice)).isTrue();
        assertThat(objects(guard, once)).isFalse();
    }

    @Test
    void exclusiveOutputsAreNotOnTogether() {
        Guard guard = new Guard.Exclusive(Set.of(OTHER));
        Situation on = new Situation(ON, null, null, List.of(), Set.of(OTHER), null, NOW);
        Situation off = new Situation(OFF, null, null, List.of(), Set.of(OTHER), null, NOW);
        assertThat(objects(guard, on)).isTrue();
        assertThat(objects(guard, off)).isFalse();
        assertThat(objects(guard, occupied(ON, null))).isFalse();
    }

    @Test
    void occupancyDecidesAndNobodyKnowingIsANo() {
        assertThat(objects(new Guard.Occupancy(true), occupied(ON, true))).isFalse();
        assertThat(objects(new Guard.Occupancy(true), occupied(ON, false))).isTrue();
        assertThat(objects(new Guard.Occupancy(true), occupied(ON, null))).isTrue();
        assertThat(objects(new Guard.Occupancy(false), occupied(ON, true))).isTrue();
        assertThat(objects(new Guard.Occupancy(false), occupied(ON, false))).isFalse();
        assertThat(objects(new Guard.Occupancy(true), occupied(OFF, false))).isFalse();
    }

    @Test
    void limitsHoldBothEndsIncluded() {
        Guard guard = new Guard.Limits(20, 80);
        assertThat(objects(guard, occupied(new Value.Duty(19), null))).isTrue();
        assertThat(objects(guard, occupied(new Value.Duty(20), null))).isFalse();
        assertThat(objects(guard, occupied(new Value.Duty(80), null))).isFalse();
        assertThat(objects(guard, occupied(new Value.Duty(81), null))).isTrue();
    }

    @Test
    void whatIsUrgentDoesNotWaitForEquipmentButKeepsToItsLimits() {
        OutputRules rules = new OutputRules(
                Confirmation.NONE,
                List.of(new Guard.MinimumTimes(Duration.ofHours(1), Duration.ofHours(1)), new Guard.Limits(0, 1)),
                null);
        assertThat(situation(OFF, true, 1).objection(rules, Priority.LIFE_SAFETY))
                .isEmpty();
        assertThat(situation(OFF, true, 1).objection(rules, Priority.OPERATOR)).isPresent();
    }

    @Test
    void guardIsKeptAndNamedInTheRefusal() {
        try (Control control = new Control()) {
            OutputRules rules = new OutputRules(
                    Confirmation.NONE,
                    List.of(
                            new Guard.MinimumTimes(Duration.ofSeconds(60), Duration.ZERO),
                            new Guard.SwitchingRate(100, Duration.ofHours(1)),
                            new Guard.Exclusive(Set.of(control.other.id())),
                            new Guard.Limits(0, 1)),
                    new Value.Switched(false));
            control.rules.change(BEN, "desk", control.relay.id(), rules);
            try (Control again = new Control(control.database, control.clock)) {
                assertThat(again.rules.of(control.relay.id())).isEqualTo(rules);
                assertThat(outcome(again.relay(ANNA, true)).code()).isEqualTo("confirmed");
                assertThat(outcome(again.relay(ANNA, false)).sentence())
                        .isEqualTo("Minimum on and off time: it stays on for 60 s more.");
                again.pass(Duration.ofSeconds(60));
                assertThat(outcome(again.relay(ANNA, false)).code()).isEqualTo("confirmed");
                again.commands.request(ANNA, "desk", Wish.override(again.other.id(), ON));
                assertThat(outcome(again.relay(ANNA, true)).sentence()).startsWith("Mutually exclusive outputs: ");
            }
        }
    }

    @Test
    void whatIsJustBeingSwitchedOnCountsAsOnForTheMinimumTimesAndTheRate() {
        try (Control control = new Control()) {
            control.relay(ANNA, false);
            control.pass(Duration.ofMinutes(10));
            Guard times = new Guard.MinimumTimes(Duration.ofMinutes(5), Duration.ZERO);
            control.rules.change(
                    BEN, "desk", control.relay.id(), new OutputRules(Confirmation.NONE, List.of(times), null));
            control.node.lose(_ -> true);
            control.relay(ANNA, true);
            assertThat(control.node.output(Kind.RELAY, 5)).isEqualTo(1);
            assertThat(outcome(control.relay(ANNA, false)).sentence())
                    .isEqualTo("Minimum on and off time: it stays on for 5 min more.");
            assertThat(control.node.output(Kind.RELAY, 5)).isEqualTo(1);
        }
    }

    @Test
    void reportThatANodeHasKeptForLongSwitchesNothing() {
        Reports reports = new Reports(TestBuildings.over(TestBuildings.database(), _ -> {}), new MovableClock(NOW));
        PointId relay = new PointId(7);
        reports.on(new Reading(relay, new Value.Switched(true), Quality.GOOD, NOW));
        reports.on(new Reading(relay, new Value.Switched(false), Quality.GOOD, NOW.minusSeconds(60)));
        assertThat(reports.isOn(relay)).isTrue();
        assertThat(reports.switched(relay)).isEmpty();
    }

    @Test
    void refusalDoesNotSayWhichOtherOutputIsOn() {
        Guard guard = new Guard.Exclusive(Set.of(OTHER));
        Situation on = new Situation(ON, null, null, List.of(), Set.of(OTHER), null, NOW);
        OutputRules rules = new OutputRules(Confirmation.NONE, List.of(guard), null);
        assertThat(on.objection(rules, Priority.OPERATOR))
                .contains("Mutually exclusive outputs: one of the others is on.");
    }
}
