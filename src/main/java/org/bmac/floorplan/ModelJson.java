package org.bmac.floorplan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bmac.building.Building;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.node.Deliveries;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The building as the browser wants it.
 *
 * @param building its name
 */
record ModelJson(String building, long version, List<Floor> floors, List<Point> points) {

    /** @param plan where its picture is, or null when there is none */
    record Floor(int id, String name, @Nullable String plan, double width, double height, List<Zone> zones) {}

    /** @param outline corners as fractions of the plan, {@code [x, y]} each */
    record Zone(int id, String name, String kind, List<double[]> outline) {}

    /**
     * @param label what the kind is called
     * @param name its own name; empty when it has none
     * @param x as a fraction of the plan, as y; null when unplaced, as zone and floor
     * @param node the UID; null when it is not known
     * @param twoStates whether it is an output that knows the ends of its range only
     * @param interval seconds between two readings as configured, else as usual for the kind; 0 on change only
     */
    record Point(
            int id,
            String kind,
            String label,
            String name,
            String unit,
            int decimals,
            String layer,
            String place,
            @Nullable Integer zone,
            @Nullable Integer floor,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable String node,
            String location,
            boolean commandable,
            boolean twoStates,
            long interval) {}

    static ModelJson of(Building building, long version, Function<FloorId, @Nullable String> planOf) {
        return new ModelJson(
                building.name(),
                version,
                building.floors().stream()
                        .map(floor -> floor(building, floor, planOf.apply(floor.id())))
                        .toList(),
                building.points().stream().map(point -> point(building, point)).toList());
    }

    private static Floor floor(Building building, org.bmac.building.Floor floor, @Nullable String plan) {
        List<Zone> zones = building.zones().stream()
                .filter(zone -> zone.floor().equals(floor.id()))
                .map(ModelJson::zone)
                .toList();
        return new Floor(floor.id().number(), floor.name(), plan, floor.width(), floor.height(), zones);
    }

    private static Zone zone(org.bmac.building.Zone zone) {
        List<double[]> outline = zone.outline().stream()
                .map(spot -> new double[] {spot.x(), spot.y()})
                .toList();
        return new Zone(zone.id().number(), zone.name(), word(zone.kind()), outline);
    }

    private static Point point(Building building, org.bmac.building.Point point) {
        Kind kind = point.kind();
        Placement placement = point.placement();
        Node node = building.node(point.node()).orElseThrow();
        Duration interval = point.interval() == null ? kind.interval() : point.interval();
        return new Point(
                point.id().number(),
                kind.code(),
                kind.label(),
                point.name(),
                kind.unit().symbol(),
                kind.unit().decimals(),
                word(kind.layer()),
                building.placeOf(point),
                point.zone() == null ? null : point.zone().number(),
                placement == null ? null : placement.floor().number(),
                placement == null ? null : placement.spot().x(),
                placement == null ? null : placement.spot().y(),
                node.uid(),
                node.location(),
                point.commandable(),
                point.commandable() && Deliveries.hasTwoStates(node.dialect(), kind),
                interval.toSeconds());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
