package org.bmac.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bmac.ServerTest;
import org.bmac.Visitor;
import org.bmac.broker.InMemoryBroker;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.ZoneKind;
import org.bmac.live.Live;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs read, over real HTTP. */
@ServerTest
class ApiTests {
    private final Buildings buildings;
    private final Live live;
    private final InMemoryBroker broker;
    private final Streams streams;
    private final Clock clock;
    private final JsonMapper json;
    private final int port;

    @Autowired
    ApiTests(
            Buildings buildings,
            Live live,
            InMemoryBroker broker,
            Streams streams,
            Clock clock,
            JsonMapper json,
            @LocalServerPort int port) {
        this.buildings = buildings;
        this.live = live;
        this.broker = broker;
        this.streams = streams;
        this.clock = clock;
        this.json = json;
        this.port = port;
    }

    @Test
    void aPointSaysWhatItIsAndWhatItReports() {
        Room room = room();
        report(room.temperature(), Value.of(Kind.TEMPERATURE, 21.5));

        JsonNode point = read("/api/v1/points/" + room.temperature().id());

        assertThat(point.get("id").intValue()).isEqualTo(room.temperature().id().number());
        assertThat(point.get("name").stringValue()).isEqualTo("Temperature");
        assertThat(point.get("node").stringValue()).isEqualTo(room.node().uid());
        assertThat(point.get("location").stringValue()).isEqualTo(room.node().location());
        assertThat(point.get("floor").stringValue()).isEqualTo(room.floorName());
        assertThat(point.get("floorId").intValue()).isEqualTo(room.floor().number());
        assertThat(point.get("zone").stringValue()).isEqualTo(room.zoneName());
        assertThat(point.get("quantity").stringValue()).isEqualTo("temperature");
        assertThat(point.get("unit").stringValue()).isEqualTo("°C");
        assertThat(point.get("commandable").booleanValue()).isFalse();
        assertThat(point.get("value").doubleValue()).isEqualTo(21.5);
        assertThat(point.get("quality").stringValue()).isEqualTo("good");
        assertThat(point.get("at").stringValue()).isEqualTo(clock.instant().toString());
    }

    @Test
    void aPointThatWasNeverSeenHasNoValue() {
        Room room = room();

        JsonNode point = read("/api/v1/points/" + room.relay().id());

        assertThat(point.get("value").isNull()).isTrue();
        assertThat(point.get("at").isNull()).isTrue();
        assertThat(point.get("quality").stringValue()).isEqualTo("never-seen");
        assertThat(point.get("commandable").booleanValue()).isTrue();
    }

    @Test
    void whatIsOnOrOffIsOneOrZero() {
        Room room = room();
        report(room.relay(), new Value.Switched(true));

        assertThat(visitor().get("/api/v1/points/" + room.relay().id()).body()).contains("\"value\":1,");
    }

    @Test
    void filtersNarrowThePointsDownTogether() {
        Room room = room();
        room();
        String zone = room.zoneName().replace(" ", "%20");

        assertThat(read("/api/v1/points?node=" + room.node().uid())).hasSize(2);
        assertThat(read("/api/v1/points?node=" + room.node().location())).hasSize(2);
        assertThat(read("/api/v1/points?floor=" + room.floor())).hasSize(2);
        assertThat(read("/api/v1/points?zone=" + zone)).hasSize(2);
        assertThat(read("/api/v1/points?zone=" + zone + "&quantity=relay")).hasSize(1);
        assertThat(read("/api/v1/points?quantity=relay").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void floorsAndNodesAreListed() {
        Room room = room();

        assertThat(read("/api/v1/floors"))
                .filteredOn(floor -> floor.get("id").intValue() == room.floor().number())
                .singleElement()
                .satisfies(floor -> assertThat(
                                floor.get("zones").get(0).get("kind").stringValue())
                        .isEqualTo("plant-room"));
        assertThat(read("/api/v1/nodes"))
                .filteredOn(node ->
                        node.get("location").stringValue().equals(room.node().location()))
                .singleElement()
                .satisfies(node -> assertThat(node.get("points").intValue()).isEqualTo(2));
    }

    @Test
    void mistakesAreProblemsWithASentence() {
        assertProblem(visitor().get("/api/v1/points/999999"), 404, "There is no point 999999.");
        assertProblem(visitor().get("/api/v1/points/abc"), 400, "abc");
        assertProblem(visitor().get("/api/v1/points?floor=nowhere"), 400, "There is no floor 'nowhere'.");
        assertProblem(visitor().get("/api/v1/points?quantity=heat"), 400, "there are temperature, humidity");
        assertProblem(visitor().get("/api/v1/points/stream?node=none"), 400, "There is no node 'none'.");
        assertProblem(visitor().get("/api/v1/nothing"), 404, "");
        assertProblem(visitor().send("POST", "/api/v1/points"), 405, "");
    }

    @Test
    void aStreamBeginsWithASnapshotAndThenTellsChangesOnly() throws IOException {
        Room room = room();
        report(room.temperature(), Value.of(Kind.TEMPERATURE, 20));
        try (BufferedReader events = listen("?node=" + room.node().uid())) {
            Event snapshot = next(events);
            report(room.temperature(), Value.of(Kind.TEMPERATURE, 22));
            Event changes = next(events);

            assertThat(snapshot.name()).isEqualTo("snapshot");
            assertThat(snapshot.id()).isEqualTo("1");
            assertThat(snapshot.data()).hasSize(2);
            assertThat(changes.name()).isEqualTo("changes");
            assertThat(changes.id()).isEqualTo("2");
            assertThat(changes.data()).singleElement().satisfies(change -> {
                assertThat(change.get("id").intValue())
                        .isEqualTo(room.temperature().id().number());
                assertThat(change.get("value").doubleValue()).isEqualTo(22);
            });
        }
    }

    @Test
    void manyChangesBecomeFewEventsAndTheLastOneWins() throws IOException {
        Room room = room();
        try (BufferedReader events = listen("?node=" + room.node().uid())) {
            next(events);
            for (int i = 1; i <= 500; i++) {
                report(room.temperature(), Value.of(Kind.TEMPERATURE, i / 10.0));
            }
            int count = 0;
            double last = 0;
            while (last < 50) {
                last = next(events).data().get(0).get("value").doubleValue();
                count++;
            }

            assertThat(count).isLessThan(100);
        }
    }

    @Test
    void aChangedBuildingBringsANewSnapshot() throws IOException {
        Room room = room();
        try (BufferedReader events = listen("?node=" + room.node().uid())) {
            next(events);
            buildings.ensurePoint(room.node().id(), Kind.HUMIDITY, 0);

            Event again = next(events);

            assertThat(again.name()).isEqualTo("snapshot");
            assertThat(again.data()).hasSize(3);
        }
    }

    @Test
    void aStreamGivesItsPlaceBackWhenTheProgramGoes() throws IOException {
        Room room = room();
        Set<PointStream> others = streams.running();
        BufferedReader events = listen("?node=" + room.node().uid());
        next(events);
        Set<PointStream> opened = new HashSet<>(streams.running());
        opened.removeAll(others);
        assertThat(opened).hasSize(1);

        events.close();

        Awaitility.await().untilAsserted(() -> {
            report(room.temperature(), Value.of(Kind.TEMPERATURE, 20));
            assertThat(streams.running()).doesNotContainAnyElementsOf(opened);
        });
    }

    @Test
    void healthNeedsNoSignInAndNamesWhatIsDown() {
        JsonNode well = json.readTree(new Visitor(port).get("/health").body());
        broker.goDown("connection refused");
        HttpResponse<String> answer = new Visitor(port).get("/health");
        broker.comeUp();
        JsonNode ill = json.readTree(answer.body());

        assertThat(well.get("status").stringValue()).isEqualTo("up");
        assertThat(well.get("broker").get("up").booleanValue()).isTrue();
        assertThat(well.get("store").get("up").booleanValue()).isTrue();
        assertThat(well.get("version").stringValue()).isNotEmpty();
        assertThat(well.get("uptime").isIntegralNumber()).isTrue();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(ill.get("status").stringValue()).isEqualTo("degraded");
        assertThat(ill.get("broker").get("up").booleanValue()).isFalse();
        assertThat(ill.get("broker").get("reason").stringValue()).contains("connection refused");
    }

    @Test
    void theDescriptionNamesEveryPathAndHowToComeIn() {
        JsonNode description = read("/api/v1/openapi.json");

        assertThat(description.get("openapi").stringValue()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/health",
                        "/api/v1/floors",
                        "/api/v1/nodes",
                        "/api/v1/points",
                        "/api/v1/points/{id}",
                        "/api/v1/points/{id}/readings",
                        "/api/v1/building/file",
                        "/api/v1/readings",
                        "/api/v1/points/stream",
                        "/api/v1/points/{id}/commands",
                        "/api/v1/points/{id}/confirmations",
                        "/api/v1/points/{id}/overrides/{priority}",
                        "/api/v1/points/{id}/overrides/{priority}/confirmations",
                        "/api/v1/commands/{id}",
                        "/api/v1/overrides",
                        "/api/v1/requests",
                        "/api/v1/requests/{number}",
                        "/api/v1/requests/{number}/agreement",
                        "/api/v1/requests/{number}/refusal");
        assertThat(description.get("components").get("securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("basic", "bearer");
        assertThat(description.get("components").get("schemas").propertyNames())
                .contains("Point", "Reading", "Floor", "Node", "Wish", "Command", "Override", "Past", "ProblemDetail");
    }

    private record Room(FloorId floor, String floorName, String zoneName, Node node, Point temperature, Point relay) {}

    private record Event(String id, String name, JsonNode data) {}

    private Room room() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        String uid = tag + "0000";
        FloorId floor = buildings.addFloor("Floor " + tag, 0, 1200, 800, TestBuildings.blankPlan());
        buildings.addZone(
                floor,
                "Zone " + tag,
                ZoneKind.PLANT_ROOM,
                List.of(new Spot(0, 0), new Spot(1, 0), new Spot(1, 1), new Spot(0, 1)));
        Node unplaced = buildings.addNode(uid, uid, Dialect.FIRMWARE, 1);
        Node node = buildings.assign(unplaced.id(), "at-" + tag, 1, new Placement(floor, new Spot(0.5, 0.5)));
        Point temperature = buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0);
        Point relay = buildings.ensurePoint(node.id(), Kind.RELAY, 5);
        return new Room(floor, "Floor " + tag, "Zone " + tag, node, temperature, relay);
    }

    private void report(Point point, Value value) {
        live.on(new Reading(point.id(), value, Quality.GOOD, clock.instant()));
    }

    private Visitor visitor() {
        return new Visitor(port).named("admin", ServerTest.ADMIN_PASSWORD);
    }

    private JsonNode read(String path) {
        HttpResponse<String> answer = visitor().get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private BufferedReader listen(String filter) {
        HttpResponse<InputStream> answer =
                visitor().get("/api/v1/points/stream" + filter, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private Event next(BufferedReader events) throws IOException {
        String id = "";
        String name = "";
        String data = "";
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty() && !data.isEmpty()) {
                return new Event(id, name, json.readTree(data));
            }
        }
        throw new IOException("the stream has ended");
    }

    private void assertProblem(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).contains(words);
    }
}
