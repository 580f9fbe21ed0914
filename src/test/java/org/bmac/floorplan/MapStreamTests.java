package org.bmac.floorplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.access.TestRights;
import org.bmac.access.UserId;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.LinkChanged;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.NodeId;
import org.bmac.building.Placement;
import org.bmac.building.PlanImage;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.ZoneKind;
import org.bmac.command.Stack;
import org.bmac.history.History;
import org.bmac.history.TestPast;
import org.bmac.live.Live;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream over a real connection: the web server, the route, the handler, the thread of each screen. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = MapStreamTests.Server.class)
class MapStreamTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SCRIPT = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    @Import({MapStream.class, MapStreamRoute.class, EndedSessions.class, Sight.class, Model.class, ModelController.class
    })
    static class Server {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Buildings buildings(ApplicationEventPublisher events) {
            return TestBuildings.empty(events);
        }

        @Bean
        Rights rights(Buildings buildings) {
            return TestRights.ofRoles(buildings);
        }

        /** Everybody who comes here is Vera, who may see all. */
        @Bean
        Filter vera() {
            Actor vera = new Actor.Person(new UserId(7), "vera", Role.VIEWER);
            return (request, response, chain) -> chain.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request) {
                        @Override
                        public Principal getUserPrincipal() {
                            return vera;
                        }
                    },
                    response);
        }

        @Bean
        InMemoryBroker broker(Clock clock, ApplicationEventPublisher events) {
            return new InMemoryBroker(clock, link -> events.publishEvent(new LinkChanged(link)));
        }

        @Bean
        History history(Buildings buildings, Clock clock) {
            return TestPast.history(buildings, clock);
        }

        @Bean
        Controls controls() {
            return new Controls(List::of, _ -> null, _ -> new Stack(Map.of(), null), List::of);
        }

        @Bean
        Live live(InMemoryBroker broker, Clock clock) {
            return new Live(List.of(), broker::link, clock);
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Live live;

    @Autowired
    private Buildings buildings;

    @Autowired
    private Clock clock;

    @Autowired
    private InMemoryBroker broker;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aBrowserGetsASnapshotThenEachChangeAsItDraws() {
        PointId point = new PointId(1001);
        reads(point, 20);
        try (Browser browser = open()) {
            assertThat(browser.awaits("snapshot").get("points").toString()).contains("[1001,20,0,");
            browser.draws();
            reads(point, 21);
            JsonNode changes = browser.awaits("changes");
            assertThat(changes.get("seq").asInt()).isEqualTo(2);
            assertThat(changes.get("points").toString()).contains("[1001,21,0,");

            reads(point, 22);
            reads(point, 23);
            browser.draws();
            assertThat(browser.awaits("changes").get("points").toString()).contains("[1001,23,0,");
        }
    }

    @Test
    void aBrowserIsToldOfAChangedBuildingAndFetchesItsModel() throws Exception {
        try (Browser browser = open()) {
            JsonNode snapshot = browser.awaits("snapshot");
            String before =
                    get("/stream/model", null).headers().firstValue("ETag").orElseThrow();
            assertThat(before).isEqualTo("\"" + snapshot.get("model").asLong() + "\"");
            buildings.rename("Stadthaus");
            JsonNode changed = browser.awaits("model");

            HttpResponse<String> model = get("/stream/model", before);
            assertThat(model.statusCode()).isEqualTo(200);
            JsonNode read = JsonMapper.shared().readTree(model.body());
            assertThat(read.get("building").asString()).isEqualTo("Stadthaus");
            assertThat(read.get("version")).isEqualTo(changed.get("version"));
            String etag = model.headers().firstValue("ETag").orElseThrow();
            assertThat(get("/stream/model", etag).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void aBrowserAsksForTheLastHour() {
        PointId point = new PointId(1002);
        reads(point, 20);
        try (Browser browser = open()) {
            browser.awaits("snapshot");
            browser.says("nonsense");
            browser.says("{\"recent\":1002}");

            JsonNode recent = browser.awaits("recent");
            assertThat(recent.get("id").asInt()).isEqualTo(1002);
            assertThat(recent.get("points").get(0).get(1).asInt()).isEqualTo(20);
        }
    }

    @Test
    void aBrowserIsToldAtOnceOfTheLostBrokerAndOfItsReturn() {
        PointId point = new PointId(1003);
        reads(point, 20);
        try (Browser browser = open()) {
            browser.awaits("snapshot");
            browser.drawsAll = true;
            browser.draws();
            broker.goDown("connection refused");
            browser.awaitsText("\"link\":{\"up\":false,\"words\":\"connection refused\"");
            browser.awaitsText("[1003,20,2,");
            broker.comeUp();
            browser.awaitsText("\"link\":{\"up\":true,\"words\":\"connected\"");
            browser.awaitsText("[1003,20,0,");
        }
    }

    @Test
    void aPageOfAnotherOriginIsTurnedAway() {
        assertThatThrownBy(() -> http.newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .buildAsync(address(), new Browser())
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(403));
    }

    @Test
    void tooLongAWordEndsTheStream() {
        try (Browser browser = open()) {
            browser.awaits("snapshot");
            browser.triesToSay("x".repeat(100_000));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.closed).isTrue());
        }
    }

    @Test
    void fiftyScreensEndWithTheSame() {
        List<Browser> browsers = IntStream.range(0, 50).mapToObj(_ -> open()).toList();
        browsers.forEach(browser -> browser.drawsAll = true);
        for (int i = 0; i < 20_000; i++) {
            reads(new PointId(1100 + i % 100), i % 50);
        }
        for (int point = 1100; point < 1200; point++) {
            reads(new PointId(point), 77);
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browsers)
                .allSatisfy(browser -> assertThat(browser.shown()).hasSize(100).allMatch(value -> value == 77)));
        browsers.forEach(Browser::close);
    }

    @Test
    void thePictureOfAPlanCanRunNothingAndIsKept() throws Exception {
        FloorId floor = buildings.addFloor("Ground", 0, 1200, 800, new PlanImage("image/svg+xml", Bytes.of(SCRIPT)));
        buildings.addZone(floor, "Foyer", ZoneKind.CORRIDOR, List.of(new Spot(0, 0), new Spot(1, 0), new Spot(1, 1)));
        NodeId node =
                buildings.addNode("a020a6000001", "foyer", Dialect.FIRMWARE, 1).id();
        buildings.ensurePoint(node, Kind.TEMPERATURE, 0);
        buildings.assign(node, "foyer", 1, new Placement(floor, new Spot(0.75, 0.5)));
        JsonNode model = JsonMapper.shared().readTree(get("/stream/model", null).body());
        JsonNode drawn = model.get("floors").get(0);

        assertThat(drawn.get("zones").toString())
                .contains("\"kind\":\"corridor\",\"outline\":[[0.0,0.0],[1.0,0.0],[1.0,1.0]]");
        assertThat(model.get("points").toString())
                .contains(
                        "\"kind\":\"temperature\",\"label\":\"Temperature\",\"name\":\"\",\"unit\":\"°C\",\"decimals\":1,"
                                + "\"layer\":\"temperature\",\"place\":\"Foyer\"")
                .contains("\"x\":0.75,\"y\":0.5,\"node\":\"a020a6000001\",\"location\":\"foyer\","
                        + "\"commandable\":false,\"twoStates\":false,\"interval\":2");
        HttpResponse<String> plan = get(drawn.get("plan").asString(), null);
        assertThat(plan.body()).isEqualTo(SCRIPT);
        assertThat(plan.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(plan.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(plan.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(plan.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(get("/stream/plan/" + floor, null)
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("no-cache");
        assertThat(get("/stream/plan/4711", null).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageThatPosesAsAPlanIsNoPage() throws Exception {
        FloorId floor = buildings.addFloor("Roof", 9, 1, 1, new PlanImage("text/html", Bytes.of("<script>")));

        assertThat(get("/stream/plan/" + floor, null).headers().firstValue("Content-Type"))
                .hasValue("application/octet-stream");
    }

    private Browser open() {
        Browser browser = new Browser();
        browser.socket = http.newWebSocketBuilder()
                .header("Origin", "http://localhost:" + port)
                .buildAsync(address(), browser)
                .join();
        return browser;
    }

    private URI address() {
        return URI.create("ws://localhost:" + port + "/stream/map");
    }

    private HttpResponse<String> get(String path, @Nullable String known) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void reads(PointId point, double number) {
        Value value = new Value.Quantity(number, Unit.CELSIUS);
        live.on(new Reading(point, value, Quality.GOOD, clock.instant()));
    }

    /** What a browser does, without drawing. */
    private static final class Browser implements WebSocket.Listener, AutoCloseable {
        private final List<JsonNode> got = new CopyOnWriteArrayList<>();
        private final Map<Integer, Integer> shown = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile boolean drawsAll;
        private volatile int sequence;
        private @Nullable WebSocket socket;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode frame = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                got.add(frame);
                show(frame);
                if (drawsAll) {
                    var _ = from.sendText("{\"drawn\":" + sequence + "}", true);
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.set(true);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.set(true);
        }

        JsonNode awaits(String type) {
            await().atMost(PATIENCE)
                    .until(() -> got.stream().anyMatch(frame -> type(frame).equals(type)));
            JsonNode found = got.stream()
                    .filter(frame -> type(frame).equals(type))
                    .findFirst()
                    .orElseThrow();
            got.remove(found);
            return found;
        }

        void awaitsText(String part) {
            await().atMost(PATIENCE)
                    .until(() -> got.stream().anyMatch(frame -> frame.toString().contains(part)));
        }

        void draws() {
            says("{\"drawn\":" + sequence + "}");
        }

        void says(String word) {
            if (socket != null) {
                socket.sendText(word, true).join();
            }
        }

        /** What the server may hang up on before all of it has been sent. */
        void triesToSay(String word) {
            var _ = Objects.requireNonNull(socket).sendText(word, true);
        }

        List<Integer> shown() {
            return shown.entrySet().stream()
                    .filter(entry -> entry.getKey() >= 1100 && entry.getKey() < 1200)
                    .map(Map.Entry::getValue)
                    .toList();
        }

        @Override
        public void close() {
            if (socket != null) {
                socket.abort();
            }
        }

        private void show(JsonNode frame) {
            if (frame.has("seq")) {
                sequence = frame.get("seq").asInt();
            }
            if (type(frame).equals("snapshot") || type(frame).equals("changes")) {
                for (JsonNode point : frame.get("points")) {
                    if (point.get(1).isNumber()) {
                        shown.put(point.get(0).asInt(), point.get(1).asInt());
                    }
                }
            }
        }

        private static String type(JsonNode frame) {
            return frame.get("t").asString();
        }
    }
}
