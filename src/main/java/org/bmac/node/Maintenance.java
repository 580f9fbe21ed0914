package org.bmac.node;

import java.util.Set;
import org.bmac.building.Node;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** What goes to one firmware node by its UID: {@code word;data}. */
public sealed interface Maintenance extends Request {

    @Override
    default String topic(String name) {
        return "cc/" + name;
    }

    /** Take this location; the node keeps it over restarts, but modules that run already keep listening on the old one. */
    record Location(String location) implements Maintenance {
        public Location {
            int bytes = Bytes.of(location).length();
            if (bytes < 1 || bytes > Node.LONGEST_LOCATION) {
                throw new IllegalArgumentException(
                        "a location has 1 to " + Node.LONGEST_LOCATION + " bytes, not " + bytes);
            }
        }

        @Override
        public Bytes payload() {
            return Bytes.of("loc;" + location);
        }
    }

    /** Run exactly these modules; the node starts and stops what differs, lowest bit first. */
    record Modules(int mask) implements Maintenance {
        public Modules(Set<Module> modules) {
            this(Module.mask(modules));
        }

        @Override
        public Bytes payload() {
            return Bytes.of('m', 'o', 'd', ';', mask, mask >> 8, mask >> 16, mask >> 24);
        }
    }

    /** Which modules run? Answered by {@link Answered.Modules}. */
    record ActiveModules() implements Maintenance {
        @Override
        public Bytes payload() {
            return Bytes.of("mod_active;");
        }
    }

    /** Which firmware is it? Answered by {@link Answered.Version}. */
    record Version() implements Maintenance {
        @Override
        public Bytes payload() {
            return Bytes.of("version;");
        }
    }

    /** Fetch the firmware and restart with it. */
    record Upgrade() implements Maintenance {
        @Override
        public Bytes payload() {
            return Bytes.of("upgrade;");
        }
    }

    /** As a node reads it; null when it would not obey. */
    static @Nullable Maintenance read(Bytes payload) {
        int separator = payload.indexOf(';', 0);
        int end = separator < 0 ? payload.length() : separator;
        int data = Math.min(end + 1, payload.length());
        return switch (payload.text(0, end)) {
            case "loc" -> location(payload, data);
            case "mod" -> payload.length() - data == 4 ? new Modules(Little.i32(payload, data)) : null;
            case "mod_active" -> new ActiveModules();
            case "version" -> new Version();
            case "upgrade" -> new Upgrade();
            default -> null;
        };
    }

    private static @Nullable Location location(Bytes payload, int from) {
        int bytes = payload.length() - from;
        if (bytes < 1 || bytes > Node.LONGEST_LOCATION) {
            return null;
        }
        String text = payload.text(from, payload.length());
        return Bytes.of(text).length() > Node.LONGEST_LOCATION ? null : new Location(text);
    }
}
