package org.bmac.matrix;

import java.util.List;
import java.util.UUID;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.PlanImage;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.ZoneId;
import org.bmac.building.ZoneKind;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;

/**
 * The place that matters, and others beside it.
 *
 * @param tag is in the name of the floor and in its plan
 * @param node hangs in the zone
 * @param relay of the node
 */
record Place(
        String tag,
        FloorId floor,
        ZoneId zone,
        ZoneId anotherZone,
        FloorId anotherFloor,
        Node node,
        Point relay,
        Point sensor) {
    static Place in(Buildings buildings) {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        PlanImage plan = new PlanImage("image/svg+xml", Bytes.of("<svg><!--" + tag + "--></svg>"));
        FloorId floor = buildings.addFloor("Floor " + tag, 0, 100, 100, plan);
        FloorId anotherFloor = buildings.addFloor("Another " + tag, 1, 100, 100, plan);
        ZoneId zone = buildings.addZone(floor, "Left of " + tag, ZoneKind.OFFICE, stripe(0, 0.5));
        ZoneId anotherZone = buildings.addZone(floor, "Right of " + tag, ZoneKind.OFFICE, stripe(0.5, 1));
        Node unplaced = buildings.addNode(tag + "0000", "node-" + tag, Dialect.FIRMWARE, 1);
        Placement left = new Placement(floor, new Spot(0.25, 0.5));
        Node node = buildings.assign(unplaced.id(), "node-" + tag, 1, left);
        Point relay = buildings.ensurePoint(node.id(), Kind.RELAY, 5);
        Point sensor = buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0);
        return new Place(tag, floor, zone, anotherZone, anotherFloor, node, relay, sensor);
    }

    private static List<Spot> stripe(double left, double right) {
        return List.of(new Spot(left, 0), new Spot(right, 0), new Spot(right, 1), new Spot(left, 1));
    }
}
