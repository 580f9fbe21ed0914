package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bmac.BmacApplication;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.Users;
import org.bmac.broker.Broker;
import org.bmac.broker.Message;
import org.bmac.broker.Mosquitto;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.ZoneKind;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole program with a clock that the test moves, an outside Mosquitto, and one browser. Each test brings its own
 * floor, so that none shares a point with another. A trace and a picture are kept in {@code target/browser} for each test.
 */
@SpringBootTest(
        classes = BmacApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bmac.demo=false",
            "bmac.discovery.enabled=false",
            "bmac.admin.password=" + BuildingUnderTest.PASSWORD
        })
@Import(BuildingUnderTest.TimeByHand.class)
abstract class BuildingUnderTest {
    static final String PASSWORD = "a-long-enough-one";
    private static final Map<String, Mosquitto> BROKERS = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static Playwright playwright;
    private static Browser browser;

    @TestConfiguration
    static class TimeByHand {
        @Bean
        @Primary
        ShiftedClock shiftedClock() {
            return new ShiftedClock();
        }
    }

    @Autowired
    ShiftedClock clock;

    @Autowired
    Buildings buildings;

    @Autowired
    Broker broker;

    @Autowired
    Users users;

    @LocalServerPort
    int port;

    @Value("${bmac.broker.urls}")
    private String brokerUrl;

    /** What a page may take on a machine that others use as well, in milliseconds. */
    private static final double PATIENCE = 20_000;

    BrowserContext context;
    Page page;
    private @Nullable BrowserContext other;

    /** Each program that runs for tests has a broker and a database to itself: two on one would end each other's session. */
    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Mosquitto mosquitto = new Mosquitto();
        mosquitto.start();
        String url = mosquitto.uri().toString();
        BROKERS.put(url, mosquitto);
        registry.add("bmac.broker.urls", () -> url);
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:browser-" + mosquitto.port() + ";DB_CLOSE_DELAY=-1");
    }

    /** The broker of the program under test. */
    Mosquitto mosquitto() {
        return Objects.requireNonNull(BROKERS.get(brokerUrl));
    }

    @BeforeAll
    static void openBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void openContext() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> broker.link()
                .up());
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE);
        context.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
        page = context.newPage();
    }

    @AfterEach
    void keepWhatWasSeen(TestInfo test) {
        Path folder = Path.of("target", "browser");
        String name = test.getTestMethod().orElseThrow().getName();
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        context.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve(name + ".zip")));
        context.close();
        if (other != null) {
            other.close();
            other = null;
        }
    }

    /** A floor of its own with one zone all over it. */
    FloorId newFloor(String zone) {
        int number = NUMBERS.incrementAndGet();
        FloorId floor = buildings.addFloor("Floor " + number, number, 1200, 800, TestBuildings.blankPlan());
        List<Spot> outline =
                List.of(new Spot(0.05, 0.05), new Spot(0.95, 0.05), new Spot(0.95, 0.95), new Spot(0.05, 0.95));
        buildings.addZone(floor, zone, ZoneKind.LABORATORY, outline);
        return floor;
    }

    /** A node with temperature and humidity in the middle of the floor; gives its location. */
    String newNode(FloorId floor) {
        int number = NUMBERS.incrementAndGet();
        String location = "lab-" + number;
        Node node = buildings.addNode("a020a6%06x".formatted(number), location, Dialect.FIRMWARE, 1);
        buildings.assign(node.id(), location, 1, new Placement(floor, new Spot(0.5, 0.5)));
        buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0);
        buildings.ensurePoint(node.id(), Kind.HUMIDITY, 0);
        return location;
    }

    /** Publishes as a program outside would, over a connection of its own. */
    void publish(String topic, String payload) {
        try (NodeConnection outside = outside("outside-" + NUMBERS.incrementAndGet(), _ -> {})) {
            outside.publish(Outgoing.plain(topic, Bytes.of(payload))).join();
        }
    }

    /** A client of MQTT 3.1.1 at the broker, connected. */
    NodeConnection outside(String clientId, java.util.function.Consumer<Message> onMessage) {
        NodeConnection connection = NodeConnection.open(
                new NodeConnection.Options(
                        mosquitto().uri(), clientId, false, true, Duration.ofSeconds(60), null, Duration.ZERO),
                onMessage,
                Clock.systemUTC());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(connection::connected);
        return connection;
    }

    URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    void open(String path) {
        page.navigate(address(path).toString());
    }

    void signInAsAdmin() {
        signIn(page, "admin", PASSWORD);
    }

    void signIn(Page window, String name, String password) {
        window.navigate(address("/login").toString());
        window.locator("input[name=username]").fill(name);
        window.locator("input[name=password]").fill(password);
        window.locator("input[name=password]").press("Enter");
        assertThat(window).not().hasURL(address("/login").toString());
    }

    /** The administrator, as one who acts. */
    Actor.Person admin() {
        return users.all().stream()
                .filter(user -> user.name().equals("admin"))
                .map(user -> new Actor.Person(user.id(), user.name(), user.role()))
                .findFirst()
                .orElseThrow();
    }

    /** A new user with this role, signed in; gives the name. */
    String signInAs(Role role) {
        return signInOn(page, role);
    }

    /** The same in another window. */
    String signInOn(Page window, Role role) {
        String name = "user" + NUMBERS.incrementAndGet();
        signIn(window, name, users.add(admin(), name, role));
        return name;
    }

    /** A window of somebody else, on another machine as it were; closed with the first one's. */
    Page anotherPage() {
        BrowserContext theirs = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        theirs.setDefaultTimeout(PATIENCE);
        other = theirs;
        return theirs.newPage();
    }

    /** A phone, which knows fingers only; closed with the first window. */
    Page aPhone() {
        BrowserContext theirs = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
        theirs.setDefaultTimeout(PATIENCE);
        other = theirs;
        return theirs.newPage();
    }

    /** A marker of the floor that is shown; its name may end otherwise where the pattern has no end. */
    Locator marker(Pattern name) {
        return page.locator("floor-map").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** A button of the page, wherever it stands. */
    Locator pageButton(String name) {
        return page.locator("body").getByRole(AriaRole.BUTTON, named(name));
    }

    static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    /** A picture of the page as it is now. */
    void keep(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }
}
