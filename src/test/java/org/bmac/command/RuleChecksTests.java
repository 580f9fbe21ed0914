package org.bmac.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.ZoneKind;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rules make no sense, and what rules say in words. */
class RuleChecksTests {
    private final Buildings buildings = TestBuildings.over(TestBuildings.database(), _ -> {});
    private final NodeId node = node();
    private final Point fan = buildings.ensurePoint(node, Kind.FAN, 4);
    private final Point relay = buildings.ensurePoint(node, Kind.RELAY, 5);
    private final Point sensor = buildings.ensurePoint(node, Kind.TEMPERATURE, 0);
    private final Point unplaced = buildings.ensurePoint(
            buildings.addNode("a020a6000002", "cellar", Dialect.FIRMWARE, 1).id(), Kind.RELAY, 5);
    private final Building all = buildings.current();

    private NodeId node() {
        FloorId floor = buildings.addFloor("Ground floor", 0, 10, 10, TestBuildings.blankPlan());
        List<Spot> outline = List.of(new Spot(0, 0), new Spot(1, 0), new Spot(1, 1), new Spot(0, 1));
        buildings.addZone(floor, "Lab", ZoneKind.LABORATORY, outline);
        Node known = buildings.addNode("a020a6000001", "lab", Dialect.FIRMWARE, 1);
        return buildings
                .assign(known.id(), "lab", 1, new Placement(floor, new Spot(0.5, 0.5)))
                .id();
    }

    private Optional<String> objection(Point point, @Nullable Value otherwise, Guard... guards) {
        OutputRules rules = new OutputRules(Confirmation.NONE, List.of(guards), otherwise);
        return RuleChecks.objection(point, OutputRules.NONE, rules, all);
    }

    @Test
    void whatMakesSenseIsTaken() {
        assertThat(objection(
                        fan,
                        new Value.Duty(20),
                        new Guard.MinimumTimes(Duration.ofMinutes(5), Duration.ZERO),
                        new Guard.SwitchingRate(6, Duration.ofHours(1)),
                        new Guard.Exclusive(Set.of(relay.id())),
                        new Guard.Occupancy(true),
                        new Guard.Limits(20, 80)))
                .isEmpty();
    }

    @Test
    void whatOnlyMeasuresHasNoRules() {
        assertThat(objection(sensor, null)).hasValue("Temperature is no output.");
    }

    @Test
    void eachKindOfRuleStandsOnce() {
        assertThat(objection(fan, null, new Guard.Limits(0, 50), new Guard.Limits(0, 60)))
                .hasValue("An output has each kind of rule once.");
    }

    @Test
    void timesAndRatesHaveAnEnd() {
        Duration long1 = Duration.ofHours(25);
        assertThat(objection(fan, null, new Guard.MinimumTimes(Duration.ZERO, long1)))
                .hasValue("A minimum time is 24 h at most.");
        assertThat(objection(fan, null, new Guard.SwitchingRate(1, long1))).isPresent();
        assertThat(objection(fan, null, new Guard.SwitchingRate(1_001, Duration.ofHours(1))))
                .isPresent();
    }

    @Test
    void outputsThatAreExcludedExistAndAreOthers() {
        assertThat(objection(fan, null, new Guard.Exclusive(Set.of(fan.id()))))
                .hasValue("An output cannot exclude itself.");
        assertThat(objection(fan, null, new Guard.Exclusive(Set.of(new PointId(9_999)))))
                .hasValue("One of the other outputs does not exist any more.");
        assertThat(objection(fan, null, new Guard.Exclusive(Set.of(sensor.id()))))
                .isPresent();
    }

    @Test
    void whatIsOutOfSightCannotBeExcludedAnewButStaysWhereItWas() {
        Building seen = all.only(_ -> true, _ -> true, _ -> true, point -> !point.equals(relay));
        OutputRules rules = new OutputRules(Confirmation.NONE, List.of(new Guard.Exclusive(Set.of(relay.id()))), null);

        assertThat(RuleChecks.objection(fan, OutputRules.NONE, rules, seen))
                .hasValue("One of the other outputs does not exist any more.");
        assertThat(RuleChecks.objection(fan, rules, rules, seen)).isEmpty();
        assertThat(rules.words(seen)).isEqualTo("never on together with an output out of sight");
    }

    @Test
    void occupancyNeedsAZone() {
        assertThat(objection(unplaced, null, new Guard.Occupancy(true)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("no zone"));
    }

    @Test
    void limitsLieWithinWhatItCanTakeAndAroundWhatItDoesOtherwise() {
        assertThat(objection(fan, null, new Guard.Limits(0, 101))).isPresent();
        assertThat(objection(fan, new Value.Duty(10), new Guard.Limits(20, 80)))
                .hasValue("What it does otherwise lies outside its own limits.");
    }

    @Test
    void rulesAreSaidInWords() {
        OutputRules rules = new OutputRules(
                Confirmation.TWO_PERSONS,
                List.of(
                        new Guard.MinimumTimes(Duration.ofMinutes(5), Duration.ofSeconds(90)),
                        new Guard.SwitchingRate(6, Duration.ofHours(1)),
                        new Guard.Exclusive(Set.of(relay.id())),
                        new Guard.Occupancy(false),
                        new Guard.Limits(20, 80)),
                new Value.Duty(20));

        assertThat(rules.words(all))
                .isEqualTo("two persons; stays on for 5 min, stays off for 90 s; switched at most 6 times within 1 h;"
                        + " never on together with Relay, Lab; on only when its zone is unoccupied; takes 20 to 80;"
                        + " otherwise 20 %");
        assertThat(OutputRules.NONE.words(all)).isEqualTo("none");
    }
}
