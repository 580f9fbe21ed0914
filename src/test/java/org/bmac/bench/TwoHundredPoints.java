package org.bmac.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.ZoneKind;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.PointId;

/**
 * A floor with 200 temperature points in a grid, each a node of its own, written into a data folder before the start.
 *
 * @param probe the point that is measured
 * @param others the other 199, in the order of their numbers, which make the background
 */
record TwoHundredPoints(PointId probe, List<PointId> others) {
    static final int COUNT = 200;
    static final String PROBE_LOCATION = "probe";
    private static final int COLUMNS = 20;

    static TwoHundredPoints writtenTo(Path data) {
        DataSource database = TestBuildings.databaseAt(data);
        Buildings buildings = TestBuildings.over(database, _ -> {});
        List<PointId> points = new ArrayList<>();
        buildings.changeTogether(() -> {
            buildings.rename("Two hundred points");
            FloorId floor = buildings.addFloor("Hall", 0, 2400, 1200, TestBuildings.blankPlan());
            buildings.addZone(
                    floor,
                    "Hall",
                    ZoneKind.OTHER,
                    List.of(new Spot(0, 0), new Spot(1, 0), new Spot(1, 1), new Spot(0, 1)));
            for (int i = 0; i < COUNT; i++) {
                points.add(add(buildings, floor, i).id());
            }
        });
        TestBuildings.close(database);
        return new TwoHundredPoints(points.getLast(), List.copyOf(points.subList(0, COUNT - 1)));
    }

    int probeId() {
        return probe.number();
    }

    /** The message of another point, with a value that differs from its last; it may be lost. */
    Outgoing background(int point, long number) {
        return background(point, number, 0);
    }

    /** The same at a quality of service. */
    Outgoing background(int point, long number, int qos) {
        String payload = String.format(Locale.ROOT, "bench-%03d;%.2f", point, 15 + (number * 0.37 + point) % 15);
        return new Outgoing("nsa/temperature", Bytes.of(payload), qos, false, Properties5.NONE);
    }

    private static Point add(Buildings buildings, FloorId floor, int index) {
        String location = index == COUNT - 1 ? PROBE_LOCATION : String.format(Locale.ROOT, "bench-%03d", index);
        Node node = buildings.addNode(String.format(Locale.ROOT, "be0000%06x", index), location, Dialect.FIRMWARE, 1);
        double x = (index % COLUMNS + 0.5) / COLUMNS;
        int row = index / COLUMNS;
        double y = (row + 0.5) * COLUMNS / COUNT;
        buildings.assign(node.id(), location, 1, new Placement(floor, new Spot(x, y)));
        return buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0);
    }
}
