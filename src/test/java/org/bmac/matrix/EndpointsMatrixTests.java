package org.bmac.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.ServerTest;
import org.bmac.Visitor;
import org.bmac.access.Actor;
import org.bmac.access.Grants;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.Users;
import org.bmac.building.Buildings;
import org.bmac.certificate.Certificates;
import org.bmac.command.Commands;
import org.bmac.command.Confirmation;
import org.bmac.command.Deed;
import org.bmac.command.OutputRules;
import org.bmac.command.Requests;
import org.bmac.command.Rules;
import org.bmac.command.Wish;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/** Every address that answers programs and scripts, for nobody and for each role and relation to the place. */
@ServerTest
class EndpointsMatrixTests {
    private static final String ON = "{\"value\":1}";
    private static final String NOTHING = "{\"format\":\"bmac-building\",\"version\":1}";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Users users;
    private final Grants grants;
    private final Commands commands;
    private final Requests requests;
    private final Rules rules;
    private final ApplicationContext context;
    private final Place place;
    private final int port;

    /** What came of it. */
    private enum Outcome {
        /** Not for this one: 401 or 403. */
        REFUSED,
        /** As if it did not exist. */
        HIDDEN,
        SHOWN
    }

    /**
     * Somebody who comes.
     *
     * @param guest null when it is nobody
     * @param program says who it is each time
     * @param screen has signed in
     */
    private record Caller(@Nullable Guest guest, Visitor program, Visitor screen) {}

    private record Door(Function<Guest, Outcome> expected, Outcome nobody, Function<Caller, Outcome> tries) {}

    @Autowired
    EndpointsMatrixTests(
            Users users,
            Grants grants,
            Buildings buildings,
            Commands commands,
            Requests requests,
            Rules rules,
            ApplicationContext context,
            @LocalServerPort int port) {
        this.users = users;
        this.grants = grants;
        this.commands = commands;
        this.requests = requests;
        this.rules = rules;
        this.context = context;
        this.port = port;
        this.place = Place.in(buildings);
    }

    private Map<String, Door> doors() {
        long command = commands.request(
                        Guest.person("admin", users),
                        "test",
                        Wish.override(place.relay().id(), new Value.Switched(true)))
                .command()
                .id()
                .number();
        String points = "/api/v1/points";
        String relay = points + "/" + place.relay().id();
        String mark = place.node().location();
        Map<String, Door> doors = new TreeMap<>();
        doors.put(
                "GET /health", new Door(_ -> Outcome.SHOWN, Outcome.SHOWN, by -> read(by.program(), "/health", "up")));
        String nobodys = "/image/" + "0".repeat(12) + "/" + "0".repeat(64);
        doors.put(
                "GET /image/{uid:[0-9a-fA-F]{12}}/{sha256:[0-9a-f]{64}}",
                new Door(_ -> Outcome.HIDDEN, Outcome.HIDDEN, by -> read(by.program(), nobodys, "")));
        new Seals(context.getBean(Certificates.class), place, Guest.person("admin", users));
        doors.put(
                "GET /pki/authority.pem",
                new Door(
                        _ -> Outcome.SHOWN,
                        Outcome.SHOWN,
                        by -> read(by.program(), "/pki/authority.pem", "BEGIN CERTIFICATE")));
        doors.put(
                "GET /pki/revoked.crl",
                new Door(_ -> Outcome.SHOWN, Outcome.SHOWN, by -> read(by.program(), "/pki/revoked.crl", "CA")));
        doors.put("GET /api/v1/openapi.json", forAll(by -> read(by.program(), "/api/v1/openapi.json", "openapi")));
        doors.put(
                "GET /api/v1/openapi.json.yaml",
                forAll(by -> read(by.program(), "/api/v1/openapi.json.yaml", "openapi")));
        doors.put("GET /api/v1/floors", ofFloor(by -> read(by.program(), "/api/v1/floors", "Floor " + place.tag())));
        doors.put(
                "GET /api/v1/floors (zone)",
                ofPlace(by -> read(by.program(), "/api/v1/floors", "Left of " + place.tag())));
        doors.put("GET /api/v1/nodes", ofPlace(by -> read(by.program(), "/api/v1/nodes", mark)));
        doors.put("GET /api/v1/points", ofPlace(by -> read(by.program(), points, mark)));
        doors.put("GET /api/v1/building/file", ofAll(by -> read(by.program(), "/api/v1/building/file", mark)));
        doors.put(
                "POST /api/v1/building/file",
                ofAll(by -> outcome(by.program().json("/api/v1/building/file", NOTHING), "\"dryRun\":true")));
        doors.put(
                "POST /api/v1/building/file (for good)",
                ofAll(by ->
                        outcome(by.program().json("/api/v1/building/file?dryRun=false", NOTHING), "\"dryRun\":false")));
        doors.put(
                "GET /api/v1/points (zone)", ofPlace(by -> read(by.program(), points + "?zone=" + place.zone(), mark)));
        doors.put(
                "GET /api/v1/points (floor)",
                ofPlace(by -> read(by.program(), points + "?floor=" + place.floor(), mark)));
        doors.put("GET /api/v1/points (node)", ofPlace(by -> read(by.program(), points + "?node=" + mark, mark)));
        doors.put("GET /api/v1/points/{id}", ofPlace(by -> read(by.program(), relay, mark)));
        doors.put(
                "GET /api/v1/points/{id}/readings",
                ofPlace(by -> read(by.program(), relay + "/readings", "\"readings\"")));
        doors.put(
                "GET /api/v1/points/{id}/readings (buckets)",
                ofPlace(by -> read(by.program(), relay + "/readings?buckets=2", "\"coverage\"")));
        doors.put(
                "GET /api/v1/points/{id}/readings (csv)",
                ofPlace(by -> read(by.program(), relay + "/readings?format=csv", "at,value,quality")));
        doors.put(
                "GET /api/v1/readings",
                ofPlace(by -> read(
                        by.program(), "/api/v1/readings?point=" + place.relay().id(), "at,point")));
        doors.put(
                "GET /api/v1/readings (zone)",
                ofPlace(by ->
                        read(by.program(), "/api/v1/readings?buckets=day&zone=" + place.zone(), "from,to,point")));
        doors.put("GET /api/v1/points/stream", ofPlace(by -> listen(by.program(), points + "/stream", mark)));
        doors.put(
                "GET /api/v1/commands/{id}",
                ofPlace(by -> read(by.program(), "/api/v1/commands/" + command, "purpose")));
        doors.put(
                "GET /api/v1/overrides",
                ofPlace(by -> read(
                        by.program(),
                        "/api/v1/overrides",
                        "\"point\":" + place.relay().id() + ",")));
        doors.put(
                "GET /api/v1/requests",
                ofPlace(by -> asked(number -> read(by.program(), "/api/v1/requests", "\"number\":" + number + ","))));
        doors.put(
                "POST /api/v1/requests/{number}/agreement",
                ofCommand(by -> asked(number -> post(by.program(), "/api/v1/requests/" + number + "/agreement"))));
        doors.put(
                "POST /api/v1/requests/{number}/refusal",
                ofCommand(by -> asked(number -> post(by.program(), "/api/v1/requests/" + number + "/refusal"))));
        doors.put(
                "DELETE /api/v1/requests/{number}",
                new Door(
                        _ -> Outcome.HIDDEN,
                        Outcome.REFUSED,
                        by -> asked(number -> outcome(by.program().send("DELETE", "/api/v1/requests/" + number), ""))));
        doors.put("POST /api/v1/points/{id}/commands", ofCommand(by -> post(by.program(), relay + "/commands")));
        doors.put(
                "POST /api/v1/points/{id}/confirmations",
                ofCommand(by -> post(by.program(), relay + "/confirmations")));
        doors.put(
                "POST /api/v1/points/{id}/overrides/{priority}/confirmations",
                ofCommand(by -> post(by.program(), relay + "/overrides/8/confirmations")));
        doors.put(
                "DELETE /api/v1/points/{id}/overrides/{priority}",
                ofCommand(by -> outcome(by.program().send("DELETE", relay + "/overrides/5"), "")));
        doors.put("GET /stream/model", ofPlace(by -> read(by.screen(), "/stream/model", mark)));
        doors.put(
                "GET /stream/model (floor)", ofFloor(by -> read(by.screen(), "/stream/model", "Floor " + place.tag())));
        doors.put(
                "GET /stream/plan/{floor}",
                ofFloor(by -> read(by.screen(), "/stream/plan/" + place.floor(), place.tag())));
        doors.put(
                "GET /stream/past/{floor}",
                ofFloor(by -> read(by.screen(), "/stream/past/" + place.floor() + "?from=0&to=60000", "\"points\"")));
        doors.put(
                "GET /stream/past/{floor} (point)",
                ofPlace(by -> read(
                        by.screen(),
                        "/stream/past/" + place.floor() + "?from=0&to=60000&steps=1",
                        "[" + place.relay().id() + ",")));
        doors.put(
                "GET /stream/history/{points}",
                ofPlace(by -> read(
                        by.screen(),
                        "/stream/history/" + place.relay().id() + "?span=60000&buckets=2",
                        "\"buckets\"")));
        String editor = "/stream/editor";
        doors.put("GET /stream/editor", forEngineers(by -> read(by.screen(), editor, "\"revision\"")));
        doors.put(
                "GET /stream/editor (floor)",
                new Door(
                        guest -> !guest.role().holds(Role.ENGINEER)
                                ? Outcome.REFUSED
                                : guest.seesFloor() ? Outcome.SHOWN : Outcome.HIDDEN,
                        Outcome.REFUSED,
                        by -> read(by.screen(), editor, "Floor " + place.tag())));
        doors.put("GET /stream/editor/changes", forEngineers(by -> read(by.screen(), editor + "/changes", "things")));
        doors.put(
                "PUT /stream/editor/{revision}",
                forEngineers(by -> tried(by.screen().send("PUT", editor + "/0"))));
        doors.put("DELETE /stream/editor", forEngineers(by -> tried(by.screen().send("DELETE", editor))));
        doors.put(
                "POST /stream/editor/{revision}/publication",
                forEngineers(by -> tried(by.screen().send("POST", editor + "/0/publication"))));
        doors.put(
                "POST /stream/editor/{revision}/settlement",
                forEngineers(by -> tried(by.screen().send("POST", editor + "/0/settlement?keep=mine"))));
        doors.put(
                "POST /stream/editor/plans",
                forEngineers(by -> tried(by.screen().send("POST", editor + "/plans"))));
        doors.put(
                "GET /stream/editor/plans/{id}",
                forEngineers(by -> tried(by.screen().get(editor + "/plans/123456789"))));
        doors.put("socket /stream/map", ofPlace(by -> look(by.screen())));
        return doors;
    }

    /** What comes of this for a request of the administrator that waits for a second person. */
    private Outcome asked(LongFunction<Outcome> tried) {
        Actor.Person admin = Guest.person("admin", users);
        PointId relay = place.relay().id();
        rules.change(admin, "test", relay, new OutputRules(Confirmation.TWO_PERSONS, List.of(), null));
        Wish wish = Wish.override(relay, new Value.Switched(true)).because("a test");
        long number = requests.ask(admin, "test", new Deed.Set(List.of(wish)))
                .ticket()
                .number();
        rules.change(admin, "test", relay, OutputRules.NONE);
        Outcome outcome = tried.apply(number);
        if (requests.of(admin).stream().anyMatch(open -> open.number() == number && open.isOpen())) {
            requests.withdraw(admin, "test", number);
        }
        return outcome;
    }

    @Test
    void everyAddressIsInTheTable() {
        Set<String> known = doors().keySet().stream()
                .map(name -> name.replaceAll(" \\(.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found()).containsExactlyElementsOf(known);
    }

    @Test
    void everybodyIsShownWhatTheyMaySeeAndNothingElse() {
        Map<String, Outcome> expected = new TreeMap<>();
        Map<String, Outcome> was = new TreeMap<>();
        Map<String, Door> doors = doors();
        Stream.concat(Stream.of(nobody()), guests())
                .forEach(caller -> doors.forEach((name, door) -> {
                    Guest guest = caller.guest();
                    String row = name + " for " + (guest == null ? "nobody" : guest);
                    expected.put(
                            row, guest == null ? door.nobody() : door.expected().apply(guest));
                    was.put(row, door.tries().apply(caller));
                }));

        assertThat(was).isEqualTo(expected);
    }

    @Test
    void whatIsOpenEndsWhenRightsChangeAndComesBackWithTheNewOnes() {
        Guest guest = Guest.with(Role.VIEWER, Relation.THIS_ZONE, place, users, grants);
        Visitor screen = new Visitor(port);
        screen.signIn(guest.person().name(), guest.password());
        Visitor program = new Visitor(port).named(guest.person().name(), guest.password());
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        open(screen, new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                closed.complete(status);
                return null;
            }
        });
        InputStream events = program.get("/api/v1/points/stream", BodyHandlers.ofInputStream())
                .body();

        grants.set(
                Guest.person("admin", users),
                "test",
                guest.person().user(),
                Relation.ANOTHER_ZONE.grants(place, Right.SEE));

        assertThat(closed.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(1012);
        assertThat(CompletableFuture.supplyAsync(() -> rest(events)).orTimeout(30, TimeUnit.SECONDS))
                .succeedsWithin(Duration.ofSeconds(30));
        assertThat(look(screen)).isEqualTo(Outcome.HIDDEN);
        assertThat(read(screen, "/stream/model", place.node().location())).isEqualTo(Outcome.HIDDEN);
        assertThat(listen(program, "/api/v1/points/stream", place.node().location()))
                .isEqualTo(Outcome.HIDDEN);
    }

    private static String rest(InputStream events) {
        try (events) {
            return new String(events.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Door forAll(Function<Caller, Outcome> tries) {
        return new Door(_ -> Outcome.SHOWN, Outcome.REFUSED, tries);
    }

    private static Door forEngineers(Function<Caller, Outcome> tries) {
        return new Door(
                guest -> guest.role().holds(Role.ENGINEER) ? Outcome.SHOWN : Outcome.REFUSED, Outcome.REFUSED, tries);
    }

    private static Door ofAll(Function<Caller, Outcome> tries) {
        return new Door(
                guest -> guest.mayAtAll(Role.ENGINEER) ? Outcome.SHOWN : Outcome.REFUSED, Outcome.REFUSED, tries);
    }

    /** Whether one was let in, whatever else became of it. */
    private static Outcome tried(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 401, 403 -> Outcome.REFUSED;
            default -> Outcome.SHOWN;
        };
    }

    private static Door ofPlace(Function<Caller, Outcome> tries) {
        return new Door(guest -> guest.may(Role.VIEWER) ? Outcome.SHOWN : Outcome.HIDDEN, Outcome.REFUSED, tries);
    }

    private static Door ofFloor(Function<Caller, Outcome> tries) {
        return new Door(guest -> guest.seesFloor() ? Outcome.SHOWN : Outcome.HIDDEN, Outcome.REFUSED, tries);
    }

    private static Door ofCommand(Function<Caller, Outcome> tries) {
        return new Door(
                guest -> guest.may(Role.OPERATOR)
                        ? Outcome.SHOWN
                        : guest.may(Role.VIEWER) ? Outcome.REFUSED : Outcome.HIDDEN,
                Outcome.REFUSED,
                tries);
    }

    private Caller nobody() {
        return new Caller(null, new Visitor(port), new Visitor(port));
    }

    /** All are made before the first comes, because each change of rights makes the server forget passwords. */
    private Stream<Caller> guests() {
        return Stream.of(Role.values())
                .flatMap(role ->
                        Stream.of(Relation.values()).map(relation -> Guest.with(role, relation, place, users, grants)))
                .toList()
                .stream()
                .map(guest -> {
                    String name = guest.person().name();
                    Visitor screen = new Visitor(port);
                    assertThat(screen.signIn(name, guest.password()).statusCode())
                            .isEqualTo(302);
                    return new Caller(guest, new Visitor(port).named(name, guest.password()), screen);
                });
    }

    private static Outcome read(Visitor by, String path, String mark) {
        return outcome(by.get(path), mark);
    }

    private static Outcome post(Visitor by, String path) {
        return outcome(by.json(path, ON), "");
    }

    private static Outcome outcome(HttpResponse<String> answer, String mark) {
        return switch (answer.statusCode()) {
            case 401, 403 -> Outcome.REFUSED;
            case 400 -> Outcome.HIDDEN;
            case 404 -> answer.body().contains("nothing-held") ? Outcome.SHOWN : Outcome.HIDDEN;
            default -> answer.body().contains(mark) ? Outcome.SHOWN : Outcome.HIDDEN;
        };
    }

    /** The first event of a stream of events. */
    private static Outcome listen(Visitor by, String path, String mark) {
        HttpResponse<InputStream> answer = by.get(path, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            return Outcome.REFUSED;
        }
        try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String line = events.readLine();
            while (line != null && !line.startsWith("data:")) {
                line = events.readLine();
            }
            return Objects.requireNonNull(line).contains(mark) ? Outcome.SHOWN : Outcome.HIDDEN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The snapshot of the map. */
    private Outcome look(Visitor by) {
        CompletableFuture<String> snapshot = new CompletableFuture<>();
        StringBuilder text = new StringBuilder();
        try {
            WebSocket socket = open(by, new WebSocket.Listener() {
                @Override
                public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                    text.append(part);
                    from.request(1);
                    if (last) {
                        snapshot.complete(text.toString());
                    }
                    return null;
                }
            });
            String got = snapshot.orTimeout(30, TimeUnit.SECONDS).join();
            socket.abort();
            return got.contains("[" + place.relay().id() + ",") ? Outcome.SHOWN : Outcome.HIDDEN;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(WebSocketHandshakeException.class);
            return Outcome.REFUSED;
        }
    }

    private WebSocket open(Visitor by, WebSocket.Listener listener) {
        return CLIENT.newWebSocketBuilder()
                .header("Cookie", "bmac-session=" + by.session().orElse("none"))
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/stream/map"), listener)
                .join();
    }

    private Set<String> found() {
        Stream<String> requests = context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(EndpointsMatrixTests::names);
        Stream<String> sockets = context.getBeansOfType(WebSocketHandlerMapping.class).values().stream()
                .map(SimpleUrlHandlerMapping::getUrlMap)
                .flatMap(urls -> urls.keySet().stream())
                .map(path -> "socket " + path);
        return Stream.concat(requests, sockets).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        String methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining(" "));
        return mapping.getPatternValues().stream()
                .filter(path -> !path.equals("/error")) // says the status and nothing else
                .map(path -> methods + " " + path);
    }
}
