package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.command.Commands;
import org.bmac.command.Confirmation;
import org.bmac.command.Guard;
import org.bmac.command.OutputRules;
import org.bmac.command.Requests;
import org.bmac.command.Rules;
import org.bmac.node.Channel;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.simulator.SimulatedNode;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Outputs to move: nodes that are simulated, on a broker and in a building that are real. */
abstract class OutputsUnderTest extends BuildingUnderTest {
    static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    private static int uids = 0xb50000;

    @Autowired
    Commands commands;

    @Autowired
    Rules rules;

    @Autowired
    Requests requests;

    private final List<SimulatedNode> nodes = new ArrayList<>();

    /** A node in a zone, with a fan and a relay. */
    record Lab(String zone, FloorId floor, SimulatedNode node, Point fan, Point relay) {}

    @AfterEach
    void endNodes() {
        nodes.forEach(SimulatedNode::close);
        nodes.clear();
    }

    /** A node with a fan and a relay, known and placed on a floor of its own. */
    Lab newLab(String zone) {
        return join(zone, newFloor(zone));
    }

    /** The same on a floor that is there, in its zone. */
    Lab join(String zone, FloorId floor) {
        List<Channel> channels = List.of(output(4, Kind.FAN), output(5, Kind.RELAY));
        SimulatedNode node = newNode(floor, channels);
        Node known = Objects.requireNonNull(buildings.current().nodeOfUid(node.uid()));
        Point fan = buildings.ensurePoint(known.id(), Kind.FAN, 4);
        Point relay = buildings.ensurePoint(known.id(), Kind.RELAY, 5);
        return new Lab(zone, floor, node, fan, relay);
    }

    static Channel output(int channel, Kind kind) {
        return new Channel(channel, kind, true, true, Duration.ZERO);
    }

    /** A BMaC 5 node with these channels, known and placed. */
    SimulatedNode newNode(FloorId floor, List<Channel> channels) {
        String uid = newUid();
        SimulatedNode node =
                run(SimulatedNode.bmac5(URI.create(mosquitto().uri().toString()), uid, channels, clock));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> outputsOf(uid) == channels.size());
        Node known = Objects.requireNonNull(buildings.current().nodeOfUid(uid));
        buildings.assign(known.id(), "out-" + uid, 1, new Placement(floor, new Spot(0.3 + 0.2 * nodes.size(), 0.5)));
        return node;
    }

    static String newUid() {
        return "a020a6%06x".formatted(++uids);
    }

    /** Ends with the test. */
    SimulatedNode run(SimulatedNode node) {
        nodes.add(node);
        return node;
    }

    void guard(PointId point, Confirmation confirmation, Guard... guards) {
        rules.change(admin(), "test", point, new OutputRules(confirmation, List.of(guards), null));
    }

    boolean isHeld(PointId point) {
        return commands.overrides().stream().anyMatch(held -> held.point().equals(point));
    }

    private int outputsOf(String uid) {
        Node known = buildings.current().nodeOfUid(uid);
        return known == null ? 0 : buildings.current().pointsOf(known.id()).size();
    }

    /** Opens the floor of the point with its panel, and waits until its first report is there. */
    void openPanel(PointId point) {
        Point found = buildings.current().point(point).orElseThrow();
        int floor = Objects.requireNonNull(found.placement()).floor().number();
        open("/floor/" + floor + "?point=" + point);
        String zone = buildings.current().placeOf(found);
        assertThat(marker(Pattern.compile("^" + found.label().replace('/', '.') + ", " + zone + ", (0 %|off|cooling)"))
                        .first())
                .isVisible(PATIENTLY);
    }

    Locator panel() {
        return panel(page);
    }

    static Locator panel(Page window) {
        return window.locator("point-panel");
    }

    Locator button(String name) {
        return button(panel(), name);
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, named(name));
    }
}
