package org.bmac.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bmac.building.ZoneKind;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhysicsTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Layout LAYOUT = Stadthaus.layout();

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-14T00:00:00Z", "2026-04-15T00:00:00Z", "2026-07-15T00:00:00Z"})
    void aDayStaysWithinWhatPeopleWouldBelieve(String day) {
        House house = house(1, Instant.parse(day));
        for (int i = 0; i < 24 * 12; i++) {
            house.step(Duration.ofMinutes(5));
            for (int room : LAYOUT.numbers().toArray()) {
                String where = LAYOUT.rooms().get(room).name() + " at " + house.now();
                double hottest = LAYOUT.rooms().get(room).equipment() > 1_000 ? 38 : 31;
                assertThat(house.sense(room, Kind.TEMPERATURE)).as(where).isBetween(15.0, hottest);
                assertThat(house.sense(room, Kind.HUMIDITY)).as(where).isBetween(10.0, 85.0);
                assertThat(house.sense(room, Kind.CO2)).as(where).isBetween(400.0, 3_000.0);
                assertThat(house.sense(room, Kind.PRESSURE)).as(where).isBetween(970.0, 1_050.0);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameHouseInWhateverSteps() {
        Instant start = Instant.parse("2026-03-10T05:00:00Z");
        House atOnce = house(7, start);
        House bitByBit = house(7, start);
        House another = house(8, start);
        atOnce.step(Duration.ofHours(6));
        another.step(Duration.ofHours(6));
        for (int i = 0; i < 6 * 3600 / 9; i++) {
            bitByBit.step(Duration.ofSeconds(9));
        }
        assertThat(everything(bitByBit)).isEqualTo(everything(atOnce));
        assertThat(everything(another)).isNotEqualTo(everything(atOnce));
    }

    @Test
    void fansWithAnOpenValveAndColdWaterCool() {
        Instant noon = Instant.parse("2026-07-15T12:00:00Z");
        House left = house(1, noon);
        House cooled = house(1, noon);
        int room = room("1.01 Office");
        cooled.heat(1, false);
        cooled.drive(room, new Drive(1, 1));
        left.step(Duration.ofMinutes(30));
        cooled.step(Duration.ofMinutes(30));
        assertThat(cooled.sense(room, Kind.TEMPERATURE)).isLessThan(left.sense(room, Kind.TEMPERATURE) - 0.8);
    }

    @Test
    void theSameFansHeatWhenTheHouseIsChangedOver() {
        Instant morning = Instant.parse("2026-01-14T09:00:00Z");
        House left = house(1, morning);
        House heated = house(1, morning);
        int room = room("1.01 Office");
        heated.heat(1, true);
        heated.drive(room, new Drive(1, 1));
        left.step(Duration.ofMinutes(30));
        heated.step(Duration.ofMinutes(30));
        assertThat(heated.sense(room, Kind.TEMPERATURE)).isGreaterThan(left.sense(room, Kind.TEMPERATURE) + 1);
    }

    @Test
    void shutValvesMakeFansMoveAirOnly() {
        Instant morning = Instant.parse("2026-04-14T22:00:00Z");
        House left = house(1, morning);
        House fanned = house(1, morning);
        int room = room("2.05 Office south");
        fanned.drive(room, new Drive(1, 0));
        left.step(Duration.ofMinutes(10));
        fanned.step(Duration.ofMinutes(10));
        assertThat(fanned.sense(room, Kind.TEMPERATURE)).isCloseTo(left.sense(room, Kind.TEMPERATURE), within(0.6));
    }

    @Test
    void co2RisesInAMeetingAndFallsAfterIt() {
        House house = house(1, Instant.parse("2026-03-10T05:00:00Z"));
        int room = room("1.03 Meeting");
        double before = house.sense(room, Kind.CO2);
        assertThat(before).isLessThan(600);
        double during = before;
        while (house.people(room) < 4) {
            house.step(Duration.ofSeconds(30));
        }
        while (house.people(room) > 2) {
            house.step(Duration.ofSeconds(30));
            during = house.sense(room, Kind.CO2);
        }
        assertThat(during).isGreaterThan(before + 200);
        house.drive(room, new Drive(1, 0));
        house.step(Duration.ofMinutes(20));
        assertThat(house.sense(room, Kind.CO2)).isLessThan(during);
    }

    @Test
    void fansLetFreshAirIn() {
        Instant during = Instant.parse("2026-03-10T13:00:00Z");
        House left = house(1, during);
        House aired = house(1, during);
        LAYOUT.numbers().forEach(room -> aired.drive(room, new Drive(1, 0)));
        left.step(Duration.ofMinutes(30));
        aired.step(Duration.ofMinutes(30));
        int room = room("2.01 Studio");
        assertThat(aired.sense(room, Kind.CO2)).isLessThan(left.sense(room, Kind.CO2));
    }

    @Test
    void coffeeCountersOnlyGrowAndPeakInTheMorning() {
        House house = house(3, Instant.parse("2026-03-09T23:00:00Z"));
        int machine = room("1.06 Kitchen");
        List<Long> counts = new ArrayList<>();
        for (int hour = 0; hour <= 48; hour++) {
            counts.add((long) (house.sense(machine, Kind.ESPRESSO) + house.sense(machine, Kind.COFFEE)));
            house.step(Duration.ofHours(1));
        }
        assertThat(counts).isSorted();
        assertThat(counts.get(0)).isGreaterThan(1_000);
        assertThat(counts.get(12) - counts.get(7)).isGreaterThan(counts.get(23) - counts.get(17));
        assertThat(counts.get(12) - counts.get(7)).isGreaterThan(5);
    }

    @Test
    void somethingMovesInTheHouseInEveryHour() {
        House house = house(5, Instant.parse("2026-03-13T23:00:00Z"));
        for (int hour = 0; hour < 72; hour++) {
            boolean seen = false;
            for (int i = 0; i < 60; i++) {
                house.step(Duration.ofMinutes(1));
                seen |= LAYOUT.numbers().anyMatch(room -> house.sense(room, Kind.MOTION) > 0);
            }
            assertThat(seen).as("motion in the hour before " + house.now()).isTrue();
        }
    }

    @Test
    void theHouseIsFullAtElevenAndEmptyAtNight() {
        assertThat(everybody("2026-03-10T10:00:00Z")).isGreaterThan(30);
        assertThat(everybody("2026-03-10T01:30:00Z")).isLessThan(3);
        assertThat(everybody("2026-03-14T10:00:00Z")).isLessThan(12);
    }

    @Test
    void aKitchenWhereNobodyWorksIsTheBreakRoom() {
        assertThat(LAYOUT.rooms().get(LAYOUT.breakRoom(0)).name()).isEqualTo("0.03 Café");
        assertThat(LAYOUT.rooms().get(LAYOUT.entrance()).name()).isEqualTo("0.01 Foyer");
        assertThat(LAYOUT.rooms().get(LAYOUT.corridor(2)).kind()).isEqualTo(ZoneKind.CORRIDOR);
    }

    private static int everybody(String moment) {
        Instant then = Instant.parse(moment);
        Crowd crowd = new Crowd(new Chance(1), LAYOUT, ZONE);
        return LAYOUT.numbers().map(room -> crowd.in(room, then)).sum();
    }

    private static List<Double> everything(House house) {
        List<Double> found = new ArrayList<>();
        for (Kind kind : List.of(Kind.TEMPERATURE, Kind.HUMIDITY, Kind.PRESSURE, Kind.CO2, Kind.MOTION, Kind.COFFEE)) {
            LAYOUT.numbers().forEach(room -> found.add(house.sense(room, kind)));
        }
        return found;
    }

    private static org.assertj.core.data.Offset<Double> within(double off) {
        return org.assertj.core.data.Offset.offset(off);
    }

    private static int room(String name) {
        return LAYOUT.numbers()
                .filter(room -> LAYOUT.rooms().get(room).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static House house(long seed, Instant start) {
        return new House(LAYOUT, new Chance(seed), ZONE, start);
    }
}
