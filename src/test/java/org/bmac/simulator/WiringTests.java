package org.bmac.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bmac.node.Channel;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;

class WiringTests {
    private static final Instant NOON = Instant.parse("2026-07-15T12:00:00Z");
    private final Layout layout = Stadthaus.layout();
    private final House house = new House(layout, new Chance(1), ZoneId.of("Europe/Berlin"), NOON);
    private final Wiring wiring = new Wiring(house, layout);
    private final int room = layout.numbers()
            .filter(one -> layout.rooms().get(one).name().equals("1.02 Office"))
            .findFirst()
            .orElseThrow();

    @Test
    void aThermostatCoolsItsRoomByItself() {
        Fitting fitting = Fitting.bmac5("office", "1.02 Office", 300, 200, 2, Board.CLIMATE, Board.FAN_COIL);
        Bmac5Machine machine = machine(fitting);
        wiring.add(fitting, room, machine);
        House left = new House(layout, new Chance(1), ZoneId.of("Europe/Berlin"), NOON);
        house.heat(1, false);
        for (int i = 0; i < 60; i++) {
            house.step(Duration.ofMinutes(1));
            wiring.apply(house.now());
        }
        left.step(Duration.ofHours(1));
        assertThat(machine.output(Kind.FAN, 4)).isPositive();
        assertThat(machine.output(Kind.VALVE, 5)).isPositive();
        assertThat(house.sense(room, Kind.TEMPERATURE)).isLessThan(left.sense(room, Kind.TEMPERATURE));
    }

    @Test
    void aLightFollowsThePeople() {
        Fitting fitting = Fitting.bmac5("light", "1.02 Office", 300, 200, 1, Board.LIGHT);
        Bmac5Machine machine = machine(fitting);
        wiring.add(fitting, room, machine);
        wiring.apply(house.now());
        assertThat(machine.output(Kind.RELAY, 0)).isEqualTo(house.people(room) > 0 ? 1 : 0);
        house.step(Duration.ofHours(7));
        while (house.people(room) > 0) {
            house.step(Duration.ofMinutes(1));
        }
        wiring.apply(house.now());
        assertThat(machine.output(Kind.RELAY, 0)).isZero();
    }

    @Test
    void sensorsAreNearTheTruthAndNeverQuiteStill() {
        Stadthaus.Numbered node = Stadthaus.nodes().stream()
                .filter(one -> one.fitting().location().equals("office-102"))
                .findFirst()
                .orElseThrow();
        RoomSenses senses = new RoomSenses(house, new Chance(1), room, node);
        double first = senses.feel(Kind.TEMPERATURE, 0);
        assertThat(Math.abs(first - house.sense(room, Kind.TEMPERATURE))).isLessThan(0.5);
        house.step(Duration.ofSeconds(2));
        assertThat(senses.feel(Kind.TEMPERATURE, 0)).isNotEqualTo(first);
        assertThat(senses.feel(Kind.PRESSURE, 0)).isNaN();
    }

    @Test
    void mishapsComeAndGo() {
        Mishap mishap = new Mishap(
                "x", Duration.ofMinutes(15), Duration.ofMinutes(4), Duration.ofSeconds(150), SimulatedNode::silence);
        assertThat(mishap.isOn(Duration.ofMinutes(3))).isFalse();
        assertThat(mishap.isOn(Duration.ofMinutes(5))).isTrue();
        assertThat(mishap.isOn(Duration.ofMinutes(7))).isFalse();
        assertThat(mishap.isOn(Duration.ofMinutes(20))).isTrue();
    }

    private static Bmac5Machine machine(Fitting fitting) {
        List<Channel> channels = fitting.parts().stream()
                .map(part ->
                        new Channel(part.channel(), part.kind(), part.kind().commandable(), true, Duration.ZERO))
                .toList();
        Bmac5Machine machine = new Bmac5Machine("7c9ebd500001", channels, (_, _) -> 0, 1, _ -> {});
        machine.boot(NOON);
        return machine;
    }
}
