package org.bmac.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bmac.access.Reach;
import org.bmac.access.Rights;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Zone;
import org.bmac.point.PointId;

/** Draws what is published, as far as somebody may configure it. */
final class Tracer {
    private Tracer() {}

    static Drawing of(Buildings buildings, Reach reach) {
        Building all = buildings.current();
        Building part = Rights.seen(reach, all);
        List<Drawing.Storey> floors = new ArrayList<>();
        part.floors().forEach(floor -> floors.add(storey(floor, false)));
        if (reach.everywhere()) {
            buildings.archivedFloors().forEach(floor -> floors.add(storey(floor, true)));
        }
        List<Drawing.Room> zones = part.zones().stream().map(Tracer::room).toList();
        Map<String, Drawing.Place> nodes = new HashMap<>();
        for (Node node : part.nodes()) {
            Placement placement = node.placement();
            if (placement != null && reach.holds(placement, all)) {
                nodes.put(node.id().toString(), place(placement));
            }
        }
        Map<String, Drawing.Place> points = new HashMap<>();
        buildings.ownPlacements().forEach((point, own) -> {
            if (isWithin(part, point)) {
                points.put(point.toString(), place(own));
            }
        });
        return new Drawing(all.name(), floors, zones, nodes, points);
    }

    private static boolean isWithin(Building part, PointId point) {
        return part.point(point).isPresent();
    }

    private static Drawing.Storey storey(Floor floor, boolean archived) {
        String plan = "floor/" + floor.id() + "/" + floor.version();
        return new Drawing.Storey(
                floor.id().toString(),
                floor.name(),
                plan,
                floor.width(),
                floor.height(),
                archived,
                floor.metres(),
                floor.north());
    }

    private static Drawing.Room room(Zone zone) {
        return new Drawing.Room(
                zone.id().toString(),
                zone.floor().toString(),
                zone.name(),
                zone.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                zone.tags(),
                zone.outline());
    }

    private static Drawing.Place place(Placement placement) {
        return new Drawing.Place(
                placement.floor().toString(),
                placement.spot().x(),
                placement.spot().y());
    }
}
