package org.bmac.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.ZoneKind;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a building file. What one entry has wrong is told and left out; what the whole file has wrong refuses it. */
final class BlueprintReader {
    static final String FORMAT = "bmac-building";
    static final int VERSION = 1;

    private static final Pattern UID = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern FORBIDDEN = Pattern.compile("[;/+#\\p{Cntrl}]");
    private static final int DEEPEST = 20;
    private static final int MOST_LEVELS = 200;
    private static final int MOST_AREAS = 5_000;
    private static final int MOST_CORNERS = 400;
    private static final int MOST_TAGS = 20;
    private static final int MOST_THINGS = 20_000;
    private static final int MOST_PARTS = 256;
    private static final int LARGEST_CHANNEL = 1 << 16;
    private static final int LARGEST_MASK = (1 << 16) - 1;
    private static final int LONGEST_INTERVAL = 7 * 86_400;
    private static final double LARGEST_PLAN = 10_000_000;
    private static final double SMALLEST_PLAN = 1e-6;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .maxNameLength(200)
                            .maxStringLength(28 << 20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> floorNames = new HashSet<>();
    private final Set<String> uids = new HashSet<>();
    private final Set<String> locations = new HashSet<>();

    private BlueprintReader() {}

    /** @throws Unreadable with a sentence and the place when the file as a whole cannot be read */
    static Blueprint read(byte[] file) {
        try (JsonParser parser = JSON.createParser(file)) {
            return read(parser);
        } catch (Fields.Fault e) {
            throw new Unreadable("At " + e.where + ": " + e.getMessage(), e);
        }
    }

    private static Blueprint read(JsonParser parser) {
        JsonNode tree;
        try {
            tree = JSON.readValue(parser, JsonNode.class);
        } catch (JacksonException e) {
            throw new Unreadable(words(e, parser.currentLocation()), e);
        }
        return new BlueprintReader().read(new Fields("", tree));
    }

    private static String words(JacksonException e, TokenStreamLocation place) {
        String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return "This file breaks off or is no JSON at line " + place.getLineNr() + ", column " + place.getColumnNr()
                + ": " + (why.length() > 150 ? why.substring(0, 150) + " …" : why);
    }

    private Blueprint read(Fields file) {
        if (!file.node().isObject() || !FORMAT.equals(file.text("format"))) {
            throw new Unreadable(
                    Unreadable.Why.DAMAGED, "This is no building file: its format is not \"" + FORMAT + "\".");
        }
        int version = file.whole("version", 1, Integer.MAX_VALUE, null);
        if (version > VERSION) {
            throw new Unreadable(
                    Unreadable.Why.NEWER,
                    "This file is of version " + version + ", and this program reads up to " + VERSION
                            + ". Update BMaC, then load it up again.");
        }
        List<Blueprint.Level> levels = new ArrayList<>();
        List<Blueprint.Thing> things = new ArrayList<>();
        each(file.list("floors", MOST_LEVELS), floor -> levels.add(level(floor)));
        each(file.list("nodes", MOST_THINGS), node -> things.add(thing(node)));
        String name = Objects.requireNonNullElse(file.text("name"), "");
        return new Blueprint("A building file", name, levels, things, problems);
    }

    private void each(List<Fields> all, Consumer<Fields> reader) {
        for (Fields one : all) {
            try {
                reader.accept(one);
            } catch (Fields.Fault fault) {
                problems.add(fault.problem());
            }
        }
    }

    private Blueprint.Level level(Fields floor) {
        String name = floor.name("name");
        boolean archived = floor.yes("archived", false);
        String key = floor.need("key");
        double width = floor.need("width", SMALLEST_PLAN, LARGEST_PLAN);
        double height = floor.need("height", SMALLEST_PLAN, LARGEST_PLAN);
        Double metres = floor.number("metres") == null ? null : floor.need("metres", SMALLEST_PLAN, 10_000);
        Double north = floor.number("north") == null ? null : floor.need("north", 0, 360);
        int ordinal = floor.whole("ordinal", -1_000_000, 1_000_000, 0);
        Bytes plan = floor.bytes("plan");
        List<Blueprint.Area> areas = new ArrayList<>();
        each(floor.list("zones", MOST_AREAS), zone -> areas.add(area(zone)));
        if (!archived && !floorNames.add(name.toLowerCase(Locale.ROOT))) {
            throw floor.fault("name", "Another floor of this file is called " + name + " too.");
        }
        if (!keys.add(key)) {
            throw floor.fault("key", "Another floor of this file has this key too.");
        }
        return new Blueprint.Level(
                floor.where(), key, name, ordinal, width, height, metres, north, archived, plan, areas);
    }

    private static Blueprint.Area area(Fields zone) {
        List<Fields> corners = zone.list("outline", MOST_CORNERS);
        if (corners.size() < 3) {
            throw zone.fault("outline", "A zone has at least three corners.");
        }
        List<String> tags = zone.texts("tags", MOST_TAGS);
        if (tags.stream().anyMatch(String::isBlank)) {
            throw zone.fault("tags", "A tag is empty.");
        }
        return new Blueprint.Area(
                zone.name("name"),
                zone.word("kind", ZoneKind.class),
                tags,
                corners.stream().map(Fields::corner).toList());
    }

    private Blueprint.Thing thing(Fields node) {
        String uid = node.text("uid");
        if (uid != null && !UID.matcher(uid).matches()) {
            throw node.fault("uid", "A UID has 12 hexadecimal digits, in small letters.");
        }
        String location = node.need("location");
        if (FORBIDDEN.matcher(location).find() || Bytes.of(location).length() > Node.LONGEST_LOCATION) {
            throw node.fault("location", "A location has up to 255 bytes and no ; / + or #.");
        }
        if (UID.matcher(location.toLowerCase(Locale.ROOT)).matches() && !location.equals(uid)) {
            throw node.fault("location", "It would be taken for the UID of another node.");
        }
        Dialect dialect = node.word("dialect", Dialect.class);
        int modules = node.whole("modules", 0, LARGEST_MASK, 0);
        Blueprint.Place place = place(node);
        List<Blueprint.Part> parts = new ArrayList<>();
        Set<String> known = new HashSet<>();
        each(node.list("points", MOST_PARTS), point -> {
            Blueprint.Part part = part(point);
            if (!known.add(part.kind() + " " + part.channel())) {
                throw point.fault("", "This node has such a point already.");
            }
            parts.add(part);
        });
        if (uid != null && !uids.add(uid)) {
            throw node.fault("uid", "Another node of this file has the UID " + uid + " too.");
        }
        if (!locations.add(location)) {
            throw node.fault("location", "Another node of this file is called " + location + " too.");
        }
        return new Blueprint.Thing(node.where(), uid, location, dialect, modules, place, parts);
    }

    private Blueprint.Part part(Fields point) {
        Kind kind = point.word("kind", Kind.class);
        Integer interval = point.number("interval") == null ? null : point.whole("interval", 0, LONGEST_INTERVAL, 0);
        String name = Objects.requireNonNullElse(point.text("name"), "");
        if (name.length() > 100) {
            throw point.fault("name", "A name has up to 100 letters.");
        }
        return new Blueprint.Part(
                kind,
                point.whole("channel", 0, LARGEST_CHANNEL, 0),
                name,
                interval == null ? null : Duration.ofSeconds(interval),
                point.yes("commandable", kind.commandable()),
                place(point));
    }

    /** One on a floor that the file does not have, or cannot say, is told and taken for none. */
    private Blueprint.@Nullable Place place(Fields of) {
        Fields place = of.object("place");
        if (place == null) {
            return null;
        }
        String level = place.need("floor");
        if (!keys.contains(level)) {
            problems.add(place.fault("floor", "This file has no readable floor " + level + "; no place is taken.")
                    .problem());
            return null;
        }
        return new Blueprint.Place(level, place.spot());
    }
}
