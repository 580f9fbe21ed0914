package org.bmac.floorplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bmac.ServerTest;
import org.bmac.Visitor;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.UserId;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.command.Commands;
import org.bmac.command.Wish;
import org.bmac.history.History;
import org.bmac.history.TestPast;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the map is told of how a floor was, over real HTTP. */
@ServerTest
class PastStreamTests {
    private final Buildings buildings;
    private final History history;
    private final Commands commands;
    private final JsonMapper json;
    private final Visitor visitor;
    private final Instant end;
    private FloorId floor = new FloorId(1);
    private PointId thermometer = new PointId(1);
    private PointId relay = new PointId(1);

    @Autowired
    PastStreamTests(
            Buildings buildings,
            History history,
            Commands commands,
            Clock clock,
            JsonMapper json,
            @LocalServerPort int port) {
        this.buildings = buildings;
        this.history = history;
        this.commands = commands;
        this.json = json;
        this.visitor = new Visitor(port);
        this.end = Instant.ofEpochMilli(clock.millis() / 60_000 * 60_000);
        visitor.signIn("admin", ServerTest.ADMIN_PASSWORD);
    }

    @BeforeEach
    void aFloorWithTenMinutesBehindIt() {
        String tag = UUID.randomUUID().toString().substring(0, 12);
        floor = buildings.addFloor("Floor " + tag, 0, 100, 100, TestBuildings.blankPlan());
        Node node = buildings.addNode(tag, tag, Dialect.BMAC5, 0);
        buildings.assign(node.id(), tag, 0, new Placement(floor, new Spot(0.5, 0.5)));
        thermometer = buildings
                .ensurePoint(node.id(), Kind.TEMPERATURE, 0, false, Duration.ofSeconds(60))
                .id();
        relay = buildings
                .ensurePoint(node.id(), Kind.RELAY, 1, true, Duration.ZERO)
                .id();
        history.on(new Reading(relay, new Value.Switched(true), Quality.GOOD, end.minusSeconds(330)));
        for (int minute = 0; minute < 5; minute++) {
            Instant at = end.minusSeconds(600 - 60L * minute);
            history.on(new Reading(thermometer, Value.of(Kind.TEMPERATURE, 20 + minute), Quality.GOOD, at));
        }
        TestPast.awaitSafe(history);
    }

    @Test
    void everyMomentHasTheValueThatHeldThenAndNoneWhereNoneDid() {
        JsonNode past = past(10);

        assertThat(past.get("from").longValue()).isEqualTo(end.minusSeconds(600).toEpochMilli());
        assertThat(past.get("to").longValue()).isEqualTo(end.toEpochMilli());
        assertThat(past.get("step").doubleValue()).isEqualTo(60_000);
        assertThat(values(past, thermometer)).isEqualTo("[null,20,21,22,23,24,24,24,null,null,null]");
        assertThat(values(past, relay)).isEqualTo("[null,null,null,null,null,1,1,1,1,1,1]");
    }

    @Test
    void stepsThatAreFinerThanWhatIsKeptRepeatIt() {
        assertThat(values(past(600), relay).split(",")).hasSize(601);
    }

    @Test
    void nothingIsToldBeforeItWas() {
        Instant late = end.minus(Duration.ofDays(3)).plusSeconds(14 * 60);
        history.on(new Reading(relay, new Value.Switched(false), Quality.GOOD, end.minus(Duration.ofDays(6))));
        history.on(new Reading(relay, new Value.Switched(true), Quality.GOOD, late));
        TestPast.awaitSafe(history);
        Instant from = end.minus(Duration.ofDays(7));
        JsonNode past = json.readTree(get("from=" + from.toEpochMilli() + "&to=" + end.toEpochMilli() + "&steps=600")
                .body());

        double step = past.get("step").doubleValue();
        JsonNode values = json.readTree(values(past, relay));
        int before = (int) ((late.toEpochMilli() - from.toEpochMilli()) / step);
        assertThat(values.get(before).doubleValue()).isZero();
        assertThat(values.get(before + 3).doubleValue()).isEqualTo(1);
    }

    @Test
    void aSensorThatFellSilentIsNotToldAsIfItSpoke() {
        JsonNode past = json.readTree(get("from=" + end.minusSeconds(86_400).toEpochMilli() + "&to="
                        + end.plusSeconds(600).toEpochMilli() + "&steps=100")
                .body());

        JsonNode values = json.readTree(values(past, thermometer));
        assertThat(values.get(values.size() - 1).isNull()).isTrue();
    }

    @Test
    void whatWasAskedOfItsOutputsComesAlong() {
        commands.request(
                new Actor.Person(new UserId(1), "admin", Role.ADMIN),
                "plan",
                Wish.override(relay, new Value.Switched(true)));

        Awaitility.await().until(() -> ticks().size() > 0);
        JsonNode ticks = ticks();

        assertThat(ticks).hasSize(1);
        assertThat(ticks.get(0).get(0).longValue())
                .isBetween(end.toEpochMilli(), end.plusSeconds(60).toEpochMilli());
        assertThat(ticks.get(0).get(1).stringValue())
                .startsWith("Relay, Floor ")
                .contains(": admin: on");
    }

    @Test
    void whatCannotBeToldIsRefused() {
        assertThat(get("from=5&to=5").statusCode()).isEqualTo(400);
        assertThat(get("from=0&to=5&steps=601").statusCode()).isEqualTo(400);
        assertThat(get("from=0&to=9999999999999").statusCode()).isEqualTo(400);
        assertThat(get("from=-5&to=5").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/stream/past/4711?from=0&to=5").statusCode()).isEqualTo(404);
    }

    private JsonNode ticks() {
        String next =
                "from=" + end.toEpochMilli() + "&to=" + end.plusSeconds(600).toEpochMilli();
        return json.readTree(get(next + "&steps=10").body()).get("ticks");
    }

    private JsonNode past(int steps) {
        HttpResponse<String> answer =
                get("from=" + end.minusSeconds(600).toEpochMilli() + "&to=" + end.toEpochMilli() + "&steps=" + steps);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> get(String query) {
        return visitor.get("/stream/past/" + floor + "?" + query);
    }

    private static String values(JsonNode past, PointId point) {
        for (JsonNode series : past.get("points")) {
            if (series.get(0).intValue() == point.number()) {
                return series.get(1).toString();
            }
        }
        throw new AssertionError("Nothing is told of point " + point);
    }
}
