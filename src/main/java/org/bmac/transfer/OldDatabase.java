package org.bmac.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.node.Module;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Reads a {@code nodes.db} of the old programs (SQLite): of the C&C server ({@code uid, location, modules, posx, posy}), of AC
 * control ({@code uid, posx, posy, current, target, ch0_io …}, where the UID is the location) or of the controller (all of
 * these). Only whole tables are read, never a view, and nothing in the file is run: the file is opened read-only, for a moment, from a folder of ours.
 */
final class OldDatabase {
    private static final byte[] START = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern UID = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern FORBIDDEN = Pattern.compile("[;/+#\\p{Cntrl}]");
    private static final int MOST_ROWS = 20_000;
    /** The GPIOs of the fans of AC control's channels 0 to 2; its channel 3 is never started. */
    private static final List<Integer> FAN_PINS = List.of(14, 12, 13);

    private static final Set<Kind> FANS_AND_VALVES = Set.of(Kind.FAN, Kind.VALVE);
    private static final int LARGEST_MASK = (1 << 16) - 1;

    private final Connection database;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> uids = new HashSet<>();
    private final Set<String> locations = new HashSet<>();

    private OldDatabase(Connection database) {
        this.database = database;
    }

    /** Whether it begins as such a file does. */
    static boolean is(byte[] file) {
        if (file.length < START.length) {
            return false;
        }
        for (int i = 0; i < START.length; i++) {
            if (file[i] != START[i]) {
                return false;
            }
        }
        return true;
    }

    /** @throws IllegalArgumentException with a sentence when it is damaged, or none of the three */
    static Blueprint read(byte[] file) {
        try {
            Path copy = Files.createTempFile("bmac-nodes", ".db");
            try {
                Files.write(copy, file);
                return read(copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Blueprint read(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        try (Connection database =
                config.createConnection("jdbc:sqlite:file:" + file.toAbsolutePath() + "?mode=ro&immutable=1")) {
            try (Statement setting = database.createStatement()) {
                setting.execute("pragma trusted_schema = off");
                setting.execute("pragma query_only = on");
            }
            return new OldDatabase(database).read();
        } catch (SQLException e) {
            throw new Unreadable("This database is damaged and cannot be read.", e);
        }
    }

    private Blueprint read() throws SQLException {
        Set<String> columns = columns("nodes");
        boolean named = columns.contains("location");
        boolean driving = columns.contains("ch0_io");
        if (!columns.contains("uid") || !(named || driving)) {
            throw new Unreadable(
                    Unreadable.Why.DAMAGED,
                    "This database is no nodes.db of the C&C server, of AC control or of the"
                            + " controller: it has no table nodes with their columns.");
        }
        List<Blueprint.Thing> things = new ArrayList<>();
        try (PreparedStatement all = database.prepareStatement("select * from main.nodes limit " + (MOST_ROWS + 1));
                ResultSet row = all.executeQuery()) {
            int number = 0;
            while (row.next()) {
                String where = "nodes, row " + ++number;
                if (number > MOST_ROWS) {
                    problems.add(
                            new Problem(where, "There are more than " + MOST_ROWS + " nodes; the rest is left out."));
                    break;
                }
                try {
                    things.add(thing(where, row, columns));
                } catch (Fields.Fault fault) {
                    problems.add(fault.problem());
                }
            }
        }
        if (!named) {
            switches(things);
        }
        String source = named && driving
                ? "A nodes.db of the controller"
                : named ? "A nodes.db of the C&C server" : "A nodes.db of AC control";
        if (columns.contains("posx")) {
            problems.add(new Problem(
                    "nodes",
                    "It says where nodes hang, and not on which floor. They come unplaced; place them under Plans."));
        }
        return new Blueprint(source, "", List.of(), things, problems);
    }

    /** AC control keeps the switches between cooling and heating in a table of their own, by location. */
    private void switches(List<Blueprint.Thing> things) throws SQLException {
        Set<String> columns = columns("switches");
        if (!columns.contains("uid")) {
            return;
        }
        try (PreparedStatement all = database.prepareStatement("select * from main.switches limit " + MOST_ROWS);
                ResultSet row = all.executeQuery()) {
            int number = 0;
            while (row.next()) {
                String where = "switches, row " + ++number;
                try {
                    String location = Objects.requireNonNullElse(text(row, columns, "uid", where), "")
                            .strip();
                    things.add(thing(where, null, location, 0, List.of(part(Kind.CHANGEOVER, 0))));
                } catch (Fields.Fault fault) {
                    problems.add(fault.problem());
                }
            }
        }
    }

    /** The columns of a plain table, in small letters; none when there is no such table, or it is a view or made by a module. */
    private Set<String> columns(String table) throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement ask = database.prepareStatement(
                "select sql from main.sqlite_schema where type = 'table' and lower(name) = ?")) {
            ask.setString(1, table);
            try (ResultSet row = ask.executeQuery()) {
                if (!row.next()
                        || Objects.requireNonNullElse(row.getString(1), "")
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .startsWith("create virtual")) {
                    return found;
                }
            }
        }
        try (Statement ask = database.createStatement();
                ResultSet row = ask.executeQuery("pragma main.table_xinfo(" + table + ")")) {
            while (row.next()) {
                if (row.getInt("hidden") != 0) {
                    throw new Unreadable(
                            Unreadable.Why.DAMAGED, "The table " + table + " has columns that are computed.");
                }
                found.add(row.getString("name").toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    private Blueprint.Thing thing(String where, ResultSet row, Set<String> columns) throws SQLException {
        String word =
                Objects.requireNonNullElse(text(row, columns, "uid", where), "").strip();
        if (!columns.contains("location")) {
            return thing(where, null, word, 0, fittings(FANS_AND_VALVES));
        }
        String uid = word.toLowerCase(Locale.ROOT);
        if (!UID.matcher(uid).matches()) {
            throw new Fields.Fault(where, "A UID has 12 hexadecimal digits; this one has not.");
        }
        String said = text(row, columns, "location", where);
        int mask = modules(row, columns, where);
        Set<Module> modules = Module.of(mask);
        List<Blueprint.Part> parts = new ArrayList<>();
        modules.forEach(module -> module.brings().forEach(kind -> parts.add(part(kind, 0))));
        if (columns.contains("ch0_io")) {
            Set<Kind> driven = EnumSet.noneOf(Kind.class);
            if (modules.contains(Module.PWM)) {
                driven.add(Kind.FAN);
            }
            if (modules.contains(Module.IO)) {
                driven.add(Kind.VALVE);
            }
            parts.addAll(fittings(driven));
        }
        return thing(where, uid, said == null || said.isBlank() ? uid : said, mask, parts);
    }

    private Blueprint.Thing thing(
            String where, @Nullable String uid, String location, int modules, List<Blueprint.Part> parts) {
        if (location.isBlank()
                || FORBIDDEN.matcher(location).find()
                || Bytes.of(location).length() > Node.LONGEST_LOCATION) {
            throw new Fields.Fault(where, "A location has 1 to 255 bytes and no ; / + or #.");
        }
        if (UID.matcher(location.toLowerCase(Locale.ROOT)).matches() && !location.equals(uid)) {
            throw new Fields.Fault(where, "The location would be taken for the UID of another node.");
        }
        if (uid != null && !uids.add(uid)) {
            throw new Fields.Fault(where, "Another row has the UID " + uid + " too.");
        }
        if (!locations.add(location)) {
            throw new Fields.Fault(where, "Another row has the location " + location + " too.");
        }
        return new Blueprint.Thing(where, uid, location, Dialect.FIRMWARE, modules, null, parts);
    }

    /** What hangs on the pins of a node that drives three fan coil units, as AC control wires them. */
    private static List<Blueprint.Part> fittings(Set<Kind> kinds) {
        List<Blueprint.Part> parts = new ArrayList<>();
        for (int i = 0; i < FAN_PINS.size(); i++) {
            if (kinds.contains(Kind.FAN)) {
                parts.add(new Blueprint.Part(Kind.FAN, FAN_PINS.get(i), "Fan of FCU " + (i + 1), null, true, null));
            }
            if (kinds.contains(Kind.VALVE)) {
                parts.add(new Blueprint.Part(Kind.VALVE, i + 1, "Valve of FCU " + (i + 1), null, true, null));
            }
        }
        return parts;
    }

    private static Blueprint.Part part(Kind kind, int channel) {
        return new Blueprint.Part(kind, channel, "", null, kind.commandable(), null);
    }

    private int modules(ResultSet row, Set<String> columns, String where) throws SQLException {
        long mask = whole(row, columns, "modules", where, 0);
        if (mask < 0 || mask > LARGEST_MASK) {
            throw new Fields.Fault(where, "The modules are " + mask + "; allowed is 0 to " + LARGEST_MASK + ".");
        }
        List<String> conflicts = Module.conflicts(Module.of((int) mask));
        if (!conflicts.isEmpty()) {
            problems.add(new Problem(where, conflicts.getFirst() + ". Its modules are left out."));
            return 0;
        }
        return (int) mask;
    }

    private static @Nullable String text(ResultSet row, Set<String> columns, String name, String where)
            throws SQLException {
        Object value = columns.contains(name) ? row.getObject(name) : null;
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw new Fields.Fault(where, "In " + name + " should be a text.");
        }
        return text;
    }

    private static long whole(ResultSet row, Set<String> columns, String name, String where, long otherwise)
            throws SQLException {
        Object value = columns.contains(name) ? row.getObject(name) : null;
        if (value == null) {
            return otherwise;
        }
        return switch (value) {
            case Integer number -> number;
            case Long number -> number;
            default -> throw new Fields.Fault(where, "In " + name + " should be a whole number.");
        };
    }
}
