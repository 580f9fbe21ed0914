package org.bmac.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.live.Latest;
import org.bmac.live.Live;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole program with the demonstration on its embedded broker: from the nodes to the latest readings. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bmac.demo=true",
            "bmac.simulator.past=0d",
            "bmac.admin.password=correct-horse-7",
            "vaadin.productionMode=true",
            "spring.datasource.url=jdbc:h2:mem:demonstration;DB_CLOSE_DELAY=-1"
        })
@DirtiesContext
class DemonstrationIT {
    /** Chosen once: a dynamic property is asked for again and again. */
    private static final int PORT = freePort();

    @Autowired
    private Buildings buildings;

    @Autowired
    private Live live;

    @Autowired
    private Simulation simulation;

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("bmac.broker.embedded.port", () -> PORT);
    }

    @Test
    void theHouseComesAliveOnTheMap() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> heard() > 0.95 * buildings.current().points().size());
        Building building = buildings.current();
        assertThat(building.name()).isEqualTo("Stadthaus");
        assertThat(building.zones()).hasSize(24);
        assertThat(building.nodes().stream().filter(node -> !node.placed()).map(Node::uid))
                .as("plugged in, placed by nobody")
                .containsExactlyInAnyOrderElementsOf(Stadthaus.unplaced().stream()
                        .map(Stadthaus.Numbered::uid)
                        .toList());
        assertThat(live.all()).noneMatch(latest -> latest.quality() == Quality.BAD);
    }

    @Test
    void outputsOfTheFirmwareAreReadBack() {
        await().atMost(Duration.ofMinutes(2)).until(() -> number("hall-coils", Kind.FAN, 14) == 30);
        await().atMost(Duration.ofMinutes(1)).until(() -> number("hall-coils", Kind.VALVE, 1) == 100);
        assertThat(number("hall-coils", Kind.FAN, 12)).isZero();
    }

    @Test
    void aNodeThatLosesItsConnectionGoesOfflineAndComesBack() {
        await().atMost(Duration.ofMinutes(2)).until(() -> quality("workshop") == Quality.GOOD);
        simulation.nodeAt("workshop").drop();
        await().atMost(Duration.ofMinutes(1)).until(() -> quality("workshop") == Quality.OFFLINE);
        simulation.nodeAt("workshop").heal();
        await().atMost(Duration.ofMinutes(1)).until(() -> quality("workshop") == Quality.GOOD);
        assertThat(simulation.nodeAt("workshop").connected()).isTrue();
    }

    private long heard() {
        List<Latest> all = live.all();
        return all.isEmpty()
                ? -1
                : all.stream().filter(latest -> latest.value() != null).count();
    }

    private Quality quality(String location) {
        Point point = point(location, Kind.TEMPERATURE, 0);
        return point == null ? Quality.NEVER_SEEN : live.latest(point.id()).quality();
    }

    private double number(String location, Kind kind, int channel) {
        Point point = point(location, kind, channel);
        var value = point == null ? null : live.latest(point.id()).value();
        return value == null ? Double.NaN : value.asNumber();
    }

    private @org.jspecify.annotations.Nullable Point point(String location, Kind kind, int channel) {
        Node node = buildings.current().nodeOfLocation(location);
        return node == null
                ? null
                : buildings.current().pointOf(Objects.requireNonNull(node).id(), kind, channel);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
