package org.bmac.transfer;

import java.time.Duration;
import java.util.List;
import org.bmac.building.Dialect;
import org.bmac.building.Spot;
import org.bmac.building.ZoneKind;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of a building, whatever kind of file it is.
 *
 * @param source what kind, for people
 * @param name of the building; empty where the file says none
 * @param problems what in the file cannot be used
 */
record Blueprint(String source, String name, List<Level> levels, List<Thing> things, List<Problem> problems) {
    Blueprint {
        levels = List.copyOf(levels);
        things = List.copyOf(things);
        problems = List.copyOf(problems);
    }

    /**
     * A floor.
     *
     * @param where in the file
     * @param key by which places in the file name it
     * @param plan as it is in the file, not looked at yet
     */
    record Level(
            String where,
            String key,
            String name,
            int ordinal,
            double width,
            double height,
            @Nullable Double metres,
            @Nullable Double north,
            boolean archived,
            @Nullable Bytes plan,
            List<Area> areas) {}

    /** A zone. */
    record Area(String name, ZoneKind kind, List<String> tags, List<Spot> outline) {}

    /** A node. */
    record Thing(
            String where,
            @Nullable String uid,
            String location,
            Dialect dialect,
            int modules,
            @Nullable Place place,
            List<Part> parts) {

        /** What to call it. */
        String words() {
            return location;
        }
    }

    /** A point. */
    record Part(
            Kind kind,
            int channel,
            String name,
            @Nullable Duration interval,
            boolean commandable,
            @Nullable Place own) {

        /** What to call it. */
        String words() {
            String label = name.isEmpty() ? kind.label() : name;
            return channel == 0 ? label : label + " " + channel;
        }
    }

    /**
     * Where something hangs.
     *
     * @param level the key of a level in the same file
     */
    record Place(String level, Spot spot) {}
}
