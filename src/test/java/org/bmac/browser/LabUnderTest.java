package org.bmac.browser;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bmac.building.Building;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.node.Channel;
import org.bmac.point.Kind;
import org.bmac.simulator.SimulatedNode;

/** A simulated node with a relay, known and placed on a floor of its own. */
record LabUnderTest(FloorId floor, SimulatedNode node, Point relay) implements AutoCloseable {
    private static final AtomicInteger UIDS = new AtomicInteger(0xc50000);

    static LabUnderTest begin(BuildingUnderTest house, String zone) {
        FloorId floor = house.newFloor(zone);
        String uid = "a020a6%06x".formatted(UIDS.incrementAndGet());
        List<Channel> channels = List.of(new Channel(5, Kind.RELAY, true, true, Duration.ZERO));
        URI broker = URI.create(house.mosquitto().uri().toString());
        SimulatedNode node = SimulatedNode.bmac5(broker, uid, channels, house.clock);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isHeard(house.buildings.current(), uid));
        Node known = Objects.requireNonNull(house.buildings.current().nodeOfUid(uid));
        house.buildings.assign(known.id(), "out-" + uid, 1, new Placement(floor, new Spot(0.5, 0.5)));
        return new LabUnderTest(floor, node, house.buildings.ensurePoint(known.id(), Kind.RELAY, 5));
    }

    private static boolean isHeard(Building building, String uid) {
        Node known = building.nodeOfUid(uid);
        return known != null && building.pointsOf(known.id()).size() == 1;
    }

    @Override
    public void close() {
        node.close();
    }
}
