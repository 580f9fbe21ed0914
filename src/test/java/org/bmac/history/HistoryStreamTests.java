package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.ZoneKind;
import org.bmac.command.Commands;
import org.bmac.command.Wish;
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

/** What charts fetch, over real HTTP, by somebody who has signed in on a screen. */
@ServerTest
class HistoryStreamTests {
    private final Buildings buildings;
    private final History history;
    private final Commands commands;
    private final JsonMapper json;
    private final Visitor screen;
    private final Instant now;
    private PointId point = new PointId(1);

    @Autowired
    HistoryStreamTests(
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
        this.screen = new Visitor(port);
        this.now = clock.instant();
        screen.signIn("admin", ServerTest.ADMIN_PASSWORD);
    }

    @BeforeEach
    void aThermometer() {
        String tag = UUID.randomUUID().toString().substring(0, 12);
        Node node = buildings.addNode(tag, tag, Dialect.BMAC5, 0);
        point = buildings
                .ensurePoint(node.id(), Kind.TEMPERATURE, 0, false, Duration.ofSeconds(60))
                .id();
    }

    @Test
    void aWindowIsRowsAndNothingKnownIsOnlyAMoment() {
        reported(20.1234567, now.minusSeconds(600));
        reported(22, now.minusSeconds(590));

        JsonNode window = read("buckets=2&from=" + millis(900) + "&to=" + millis(300));

        assertThat(window.get("from").longValue()).isEqualTo(millis(900));
        assertThat(window.get("to").longValue()).isEqualTo(millis(300));
        assertThat(window.get("now").longValue()).isEqualTo(now.toEpochMilli());
        assertThat(window.get("width").longValue()).isEqualTo(300_000);
        assertThat(window.get("buckets")).hasSize(2);
        assertThat(window.get("buckets").get(0).toString()).isEqualTo("[" + millis(900) + "]");
        assertThat(window.get("buckets").get(1).toString())
                .isEqualTo("[" + millis(600) + ",2,20.1235,22,21.0617,22,0.6333]");
    }

    @Test
    void aSpanEndsNow() {
        JsonNode window = read("buckets=60&span=3600000");

        assertThat(window.get("from").longValue()).isEqualTo(millis(3600));
        assertThat(window.get("to").longValue()).isEqualTo(now.toEpochMilli());
        assertThat(window.get("buckets")).hasSize(60);
    }

    @Test
    void everythingBeginsWithTheFirstReading() {
        Instant first = now.minus(Duration.ofDays(40));
        reported(20, first);
        reported(21, now.minusSeconds(60));

        JsonNode window = read("buckets=1000");

        assertThat(Instant.ofEpochMilli(window.get("from").longValue()))
                .isBetween(first.minus(Duration.ofHours(1)), first);
        assertThat(window.get("to").longValue()).isEqualTo(now.toEpochMilli());
    }

    @Test
    void whatWasAskedOfTheOutputsBesideItComesAlong() {
        FloorId floor = buildings.addFloor("Floor " + point, 0, 100, 100, TestBuildings.blankPlan());
        List<Spot> all = List.of(new Spot(0, 0), new Spot(1, 0), new Spot(1, 1), new Spot(0, 1));
        buildings.addZone(floor, "Lab " + point, ZoneKind.LABORATORY, all);
        Point thermometer = buildings.current().point(point).orElseThrow();
        buildings.assign(thermometer.node(), "lab-" + point, 0, new Placement(floor, new Spot(0.5, 0.5)));
        PointId relay = buildings
                .ensurePoint(thermometer.node(), Kind.RELAY, 1, true, Duration.ZERO)
                .id();
        Actor admin = new Actor.Person(new UserId(1), "admin", Role.ADMIN);
        commands.request(admin, "plan", Wish.override(relay, new Value.Switched(true)));
        commands.request(admin, "plan", Wish.override(relay, new Value.Duty(5)));

        Awaitility.await().until(() -> read(relay, aroundNow()).get("marks").size() > 0);
        JsonNode marks = read(relay, aroundNow()).get("marks");
        JsonNode beside = read(point, aroundNow()).get("marks");

        assertThat(marks.findValuesAsString("kind")).containsExactly("tick", "override");
        assertThat(marks.get(0).get("words").stringValue()).startsWith("admin: on");
        assertThat(beside.get(0).get("words").stringValue()).startsWith("Relay, admin: on");
        assertThat(beside).hasSameSizeAs(marks);
    }

    @Test
    void everythingOfNothingIsAnEmptyHour() {
        JsonNode window = read("buckets=60");

        assertThat(window.get("from").longValue()).isEqualTo(millis(3600));
        assertThat(window.get("buckets")).allSatisfy(row -> assertThat(row).hasSize(1));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(get("buckets=0&span=1000").statusCode()).isEqualTo(400);
        assertThat(get("buckets=10&span=-1000").statusCode()).isEqualTo(400);
        assertThat(get("buckets=10&from=5&to=5").statusCode()).isEqualTo(400);
        assertThat(get("span=1000").statusCode()).isEqualTo(400);
        assertThat(get("buckets=10&span=-9223372036854775808").statusCode()).isEqualTo(400);
        assertThat(get("buckets=10&from=9223372036854775807").statusCode()).isEqualTo(400);
        assertThat(screen.get("/stream/history/999999?buckets=10&span=1000").statusCode())
                .isEqualTo(404);
        assertThat(screen.get("/stream/history/0?buckets=10&span=1000").statusCode())
                .isEqualTo(400);
    }

    private void reported(double celsius, Instant at) {
        history.on(new Reading(point, Value.of(Kind.TEMPERATURE, celsius), Quality.GOOD, at));
        TestPast.awaitSafe(history);
    }

    private long millis(long secondsAgo) {
        return now.minusSeconds(secondsAgo).toEpochMilli();
    }

    private String aroundNow() {
        return "buckets=2&from=" + millis(60) + "&to=" + millis(-600);
    }

    private HttpResponse<String> get(String query) {
        return get(point, query);
    }

    private HttpResponse<String> get(PointId of, String query) {
        return screen.get("/stream/history/" + of + "?" + query);
    }

    private JsonNode read(String query) {
        return read(point, query);
    }

    private JsonNode read(PointId of, String query) {
        HttpResponse<String> answer = get(of, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
