package org.bmac.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.node.Channel;
import org.bmac.point.Kind;
import org.bmac.simulator.SimulatedNode;

/**
 * A floor with BMaC 5 nodes that have fans and nothing else, written into a data folder before the start.
 *
 * @param fans the numbers of their points
 */
public record ManyFans(int nodes, int fansOfEach, List<Integer> fans) {

    /** Writes it into this folder, where no program runs yet. */
    public static ManyFans writtenTo(Path data, int nodes, int fansOfEach) {
        DataSource database = TestBuildings.databaseAt(data);
        Buildings buildings = TestBuildings.over(database, _ -> {});
        List<Integer> fans = new ArrayList<>();
        buildings.changeTogether(() -> {
            FloorId floor = buildings.addFloor("Hall", 0, 1200, 800, TestBuildings.blankPlan());
            for (int i = 0; i < nodes; i++) {
                Node node = buildings.addNode(uid(i), uid(i), Dialect.BMAC5, 0);
                buildings.assign(node.id(), uid(i), 0, new Placement(floor, new Spot((i + 0.5) / nodes, 0.5)));
                for (Channel channel : channels(fansOfEach)) {
                    fans.add(buildings
                            .ensurePoint(node.id(), Kind.FAN, channel.number(), true, Duration.ZERO)
                            .id()
                            .number());
                }
            }
        });
        TestBuildings.close(database);
        return new ManyFans(nodes, fansOfEach, List.copyOf(fans));
    }

    /** The nodes, connected to this broker; to be closed. */
    public List<SimulatedNode> connect(URI broker) {
        List<SimulatedNode> connected = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            connected.add(SimulatedNode.bmac5(broker, uid(i), channels(fansOfEach), Clock.systemUTC()));
        }
        for (SimulatedNode node : connected) {
            while (!node.connected()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
        return connected;
    }

    private static List<Channel> channels(int count) {
        List<Channel> channels = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            channels.add(new Channel(number, Kind.FAN, true, true, Duration.ZERO));
        }
        return channels;
    }

    private static String uid(int index) {
        return String.format(Locale.ROOT, "be5000%06x", index);
    }
}
