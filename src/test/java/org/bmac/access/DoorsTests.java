package org.bmac.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bmac.MovableClock;
import org.bmac.ServerTest;
import org.bmac.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the doors of the server do to whom, over real HTTP. */
@ServerTest
class DoorsTests {
    private static final String READING = "/api/v1/points";

    private final Users users;
    private final Tokens tokens;
    private final Sessions sessions;
    private final RememberedPasswords remembered;
    private final MovableClock clock;
    private final int port;

    @Autowired
    DoorsTests(
            Users users,
            Tokens tokens,
            Sessions sessions,
            RememberedPasswords remembered,
            MovableClock clock,
            @LocalServerPort int port) {
        this.users = users;
        this.tokens = tokens;
        this.sessions = sessions;
        this.remembered = remembered;
        this.clock = clock;
        this.port = port;
    }

    /** Long enough for every earlier attempt to be forgotten. */
    @BeforeEach
    @AfterEach
    void laterThanAllBefore() {
        clock.move(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource({
        "/, 302",
        "/users, 302",
        "/account, 302",
        "/kiosk, 302",
        "/nowhere, 302",
        "/stream/model, 401",
        "/stream/map, 401",
        "/stream/plan/1, 401",
        "/api/v1/floors, 401",
        "/api/v1/nodes, 401",
        "/api/v1/points, 401",
        "/api/v1/points/1, 401",
        "/api/v1/points/stream, 401",
        "/api/v1/openapi.json, 401",
        "/api/v1/nothing, 401",
        "/api, 401",
        "/h2-console, 302",
        "/actuator/env, 302",
        "/v3/api-docs, 302",
        "/swagger-ui.html, 302",
        "/error, 302",
        "/health, 200",
        "/themes/bmac/styles.css, 200"
    })
    void whoHasNotSignedInReachesWhatIsOpenAndNothingElse(String path, int status) {
        HttpResponse<String> answer = visitor().get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 302) {
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleMayReadWithNameAndPasswordAndWithAToken(Role role) {
        Someone someone = someone(role);
        String token = tokens.make(someone.person(), "test", Role.VIEWER);

        for (String path : new String[] {"/api/v1/floors", "/api/v1/nodes", READING, "/api/v1/openapi.json"}) {
            assertThat(visitor()
                            .named(someone.name(), someone.password())
                            .get(path)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(visitor().bearing(token).get(path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatAProgramMayNotReadIsAProblemAndNeverAPage() {
        HttpResponse<String> answer = visitor().get(READING);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .anyMatch(value -> value.startsWith("Bearer"))
                .anyMatch(value -> value.startsWith("Basic"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("\"status\":401").contains("\"instance\":\"" + READING + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic ", "Basic %%%", "Basic YQ==", "Bearer", "Bearer ", "Bearer bmac_no", "Digest x"})
    void malformedCredentialsAreRefusedLikeWrongOnes(String header) {
        HttpResponse<String> answer = visitor().with("Authorization", header).get(READING);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aSessionOpensThePagesAndNotTheInterfaceForPrograms() {
        Someone anna = someone(Role.VIEWER);
        Visitor browser = visitor();

        assertThat(browser.signIn(anna.name(), anna.password()).statusCode()).isEqualTo(302);

        assertThat(browser.get("/stream/nothing").statusCode()).isEqualTo(404);
        assertThat(browser.get(READING).statusCode()).isEqualTo(401);
        assertThat(users.find(anna.id()).orElseThrow().lastSignIn()).isEqualTo(clock.instant());
    }

    @Test
    void signingInChangesTheSessionsName() {
        Someone anna = someone(Role.VIEWER);
        Visitor browser = visitor();
        browser.get("/");
        String planted = browser.session().orElseThrow();

        browser.signIn(anna.name(), anna.password());

        assertThat(browser.session().orElseThrow()).isNotEqualTo(planted);
        assertThat(visitor()
                        .with("Cookie", "bmac-session=" + planted)
                        .get("/stream/nothing")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theCookieIsNotForScriptsAndNotForOtherSites() {
        String cookie = visitor().get("/").headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).startsWith("bmac-session=").contains("HttpOnly").contains("SameSite=Lax");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, http://elsewhere.example",
        "Origin, null",
        "Origin, http://127.0.0.1"
    })
    void anotherSiteCannotSignSomebodyIn(String header, String value) {
        Someone anna = someone(Role.VIEWER);
        Visitor lured = visitor().with(header, value);

        assertThat(location(lured.signIn(anna.name(), anna.password()))).endsWith("/login");
        assertThat(lured.get("/stream/nothing").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void theOwnPageCanSignSomebodyInAndSoCanTheAddressBar(String site) {
        Someone anna = someone(Role.VIEWER);
        Visitor browser = visitor().with("Sec-Fetch-Site", site);

        assertThat(location(browser.signIn(anna.name(), anna.password()))).doesNotContain("login");
        assertThat(location(visitor().with("Origin", "http://127.0.0.1:" + port).signIn(anna.name(), anna.password())))
                .doesNotContain("login");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() {
        Someone anna = someone(Role.VIEWER);

        HttpResponse<String> wrong = visitor().signIn(anna.name(), "wrong-password");
        HttpResponse<String> unknown = visitor().signIn("nobody-" + UUID.randomUUID(), "wrong-password");

        assertThat(wrong.headers().firstValue("Location").orElseThrow()).endsWith("/login?error");
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(wrong.headers().firstValue("Location"));
    }

    @Test
    void afterFiveWrongPasswordsThePageSaysHowLongToWait() {
        Someone anna = someone(Role.VIEWER);
        Visitor browser = visitor();
        for (int i = 0; i < 5; i++) {
            browser.signIn(anna.name(), "wrong-password");
        }

        assertThat(location(browser.signIn(anna.name(), anna.password()))).endsWith("/login?wait=60");
        clock.move(Duration.ofSeconds(60));
        assertThat(location(browser.signIn(anna.name(), anna.password()))).doesNotContain("login");
    }

    @Test
    void aProgramThatGuessesIsToldHowLongToWait() {
        Someone anna = someone(Role.VIEWER);
        for (int i = 0; i < 5; i++) {
            assertThat(visitor()
                            .named(anna.name(), "wrong-password")
                            .get(READING)
                            .statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> answer =
                visitor().named(anna.name(), anna.password()).get(READING);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(answer.body()).contains("Too many attempts. Try again in 60 seconds.");
    }

    @Test
    void whoGuessesTokensIsSlowedDownAndWhoHasOneIsNot() {
        String token = tokens.make(someone(Role.VIEWER).person(), "test", Role.VIEWER);
        for (int i = 0; i < Attempts.PER_ADDRESS; i++) {
            assertThat(visitor().bearing("bmac_guess" + i).get(READING).statusCode())
                    .isEqualTo(401);
        }

        assertThat(visitor().bearing("bmac_guess").get(READING).statusCode()).isEqualTo(429);
        assertThat(visitor().bearing(token).get(READING).statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramsPasswordIsLookedAtOnceAndThenRememberedForAWhile() {
        Someone anna = someone(Role.VIEWER);
        Visitor program = visitor().named(anna.name(), anna.password());
        program.get(READING);
        int known = remembered.size();

        program.get(READING);

        assertThat(known).isPositive();
        assertThat(remembered.size()).isEqualTo(known);
        assertThat(remembered.find(anna.name(), anna.password(), "127.0.0.1")).isPresent();
        clock.move(RememberedPasswords.REMEMBERED);
        assertThat(remembered.find(anna.name(), anna.password(), "127.0.0.1")).isEmpty();
    }

    @Test
    void whoIsShutOutIsOutAtOnceOnEveryWay() {
        Someone anna = someone(Role.OPERATOR);
        String token = tokens.make(anna.person(), "test", Role.VIEWER);
        Visitor browser = visitor();
        browser.signIn(anna.name(), anna.password());
        Visitor program = visitor().named(anna.name(), anna.password());
        assertThat(program.get(READING).statusCode()).isEqualTo(200);
        assertThat(sessions.count(anna.id())).isEqualTo(1);

        users.disable(admin(), anna.id());

        assertThat(browser.get("/stream/nothing").statusCode()).isEqualTo(401);
        assertThat(program.get(READING).statusCode()).isEqualTo(401);
        assertThat(visitor().bearing(token).get(READING).statusCode()).isEqualTo(401);
        assertThat(location(visitor().signIn(anna.name(), anna.password()))).endsWith("/login?error");
        assertThat(sessions.count(anna.id())).isZero();
    }

    @Test
    void aTokenThatIsTakenBackOpensNothing() {
        Someone anna = someone(Role.VIEWER);
        String token = tokens.make(anna.person(), "test", Role.VIEWER);
        assertThat(visitor().bearing(token).get(READING).statusCode()).isEqualTo(200);

        tokens.revoke(anna.person(), tokens.of(anna.id()).getFirst().id());

        assertThat(visitor().bearing(token).get(READING).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void anotherSiteCannotMakeABrowserChangeSomething(String site) {
        Someone anna = someone(Role.VIEWER);
        Visitor lured = visitor().named(anna.name(), anna.password()).with("Sec-Fetch-Site", site);

        assertThat(lured.send("POST", READING).statusCode()).isEqualTo(403);
        assertThat(lured.send("DELETE", READING).statusCode()).isEqualTo(403);
        assertThat(lured.get(READING).statusCode()).isEqualTo(200);
    }

    /** What pages fetch by script goes with the session's cookie. */
    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, http://elsewhere.example",
        "Origin, null",
        "Origin, http://127.0.0.1"
    })
    void anotherSiteCannotMakeASignedInBrowserChangeADraft(String header, String value) {
        Someone eve = someone(Role.ENGINEER);
        Visitor browser = visitor();
        browser.signIn(eve.name(), eve.password());
        assertThat(browser.send("DELETE", "/stream/editor").statusCode()).isEqualTo(200);

        Visitor lured = browser.with(header, value);

        assertThat(lured.send("DELETE", "/stream/editor").statusCode()).isEqualTo(403);
        assertThat(lured.send("POST", "/stream/editor/plans").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/stream/model", READING, "/health", "/themes/bmac/styles.css"})
    void everyAnswerTellsTheBrowserWhatNotToAllow(String path) {
        var headers = visitor().get(path).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'")
                .matches(policy -> policy.contains("object-src 'none'") || policy.contains("default-src 'none'"));
    }

    @Test
    void signingOutEndsTheSession() {
        Someone anna = someone(Role.VIEWER);
        Visitor browser = visitor();
        browser.signIn(anna.name(), anna.password());
        String proof = browser.get(ServerTest.PROOF).body();

        browser.post("/logout", Map.of("_csrf", proof));

        assertThat(browser.get("/stream/nothing").statusCode()).isEqualTo(401);
        assertThat(sessions.count(anna.id())).isZero();
    }

    @Test
    void signingInAgainEndsWhatTheFirstPersonWasShown() {
        Someone anna = someone(Role.VIEWER);
        Someone bert = someone(Role.VIEWER);
        Visitor browser = visitor();
        browser.signIn(anna.name(), anna.password());
        CompletableFuture<Integer> ended = stream(browser);

        browser.signIn(bert.name(), bert.password());

        assertThat(ended).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(1008);
        assertThat(sessions.count(anna.id())).isZero();
        assertThat(sessions.count(bert.id())).isEqualTo(1);
        assertThat(browser.get("/stream/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherSiteCannotSignSomebodyOut() {
        Someone anna = someone(Role.VIEWER);
        Visitor browser = visitor();
        browser.signIn(anna.name(), anna.password());

        browser.get("/logout");
        browser.post("/logout", Map.of());

        assertThat(browser.get("/stream/nothing").statusCode()).isEqualTo(404);
    }

    /** Opens the map's stream in this browser; what comes back is why it was closed. */
    private CompletableFuture<Integer> stream(Visitor browser) {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", "bmac-session=" + browser.session().orElseThrow())
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/stream/map"), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                        ended.complete(status);
                        return null;
                    }
                })
                .join();
        return ended;
    }

    private record Someone(UserId id, String name, String password, Role role) {
        Actor.Person person() {
            return new Actor.Person(id, name, role);
        }
    }

    private Someone someone(Role role) {
        String name = "u" + UUID.randomUUID();
        String password = users.add(admin(), name, role);
        UserId id = users.all().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        return new Someone(id, name, password, role);
    }

    private Actor admin() {
        return users.all().stream()
                .filter(user -> user.name().equals("admin"))
                .map(user -> new Actor.Person(user.id(), user.name(), user.role()))
                .findFirst()
                .orElseThrow();
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
