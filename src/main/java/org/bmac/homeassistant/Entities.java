package org.bmac.homeassistant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects what the components of one announcement are to us. */
final class Entities {
    private static final String ON = "ON";
    private static final String OFF = "OFF";
    private static final int LONGEST_NAME = 60;
    private static final int MOST_AVAILABILITIES = 8;
    private static final int MOST_REFUSED = 50;
    private static final int LONGEST_WORD = 200;
    private static final int MOST_STEPS = 65_535;
    private static final int LONGEST_EXPIRY = 86_400;

    private final Trust trust;
    private final Device device;
    private final List<Signal> signals = new ArrayList<>();
    private final List<Announcement.Unsupported> unsupported = new ArrayList<>();
    private int untrusted;

    Entities(Trust trust, Device device) {
        this.trust = trust;
        this.device = device;
    }

    List<Signal> signals() {
        return List.copyOf(signals);
    }

    List<Announcement.Unsupported> unsupported() {
        return List.copyOf(unsupported);
    }

    int untrusted() {
        return untrusted;
    }

    void add(String component, String key, Fields fields) {
        String category = fields.text("entity_category");
        if (!category.isEmpty() || fields.text("enabled_by_default").equals("false")) {
            refuse(named(fields, key), "It is for the device's own care, and no quantity of the building.");
            return;
        }
        switch (component) {
            case "sensor" -> sensor(key, fields);
            case "binary_sensor" -> binary(key, fields);
            case "switch" -> relay(key, fields, "value_template");
            case "light" -> light(key, fields);
            case "fan" -> fan(key, fields);
            case "climate" -> climate(key, fields);
            default -> refuse(named(fields, key), "'" + shortened(component) + "' is not supported.");
        }
    }

    void refuse(String name, String reason) {
        if (unsupported.size() < MOST_REFUSED - 1) {
            unsupported.add(new Announcement.Unsupported(shortened(name), reason));
        } else if (unsupported.size() < MOST_REFUSED) {
            unsupported.add(new Announcement.Unsupported("Further things", "There are more that cannot be shown."));
        }
    }

    private void sensor(String key, Fields fields) {
        String quantity = fields.text("device_class");
        String unit = fields.text("unit_of_measurement");
        Optional<Meaning> meaning = Units.of(quantity, unit);
        if (meaning.isEmpty()) {
            refuse(
                    named(fields, key),
                    "A sensor of '" + shortened(quantity) + "' in '" + shortened(unit) + "' is not supported.");
            return;
        }
        keep(key, fields, "state_topic", "value_template", meaning.get());
    }

    private void binary(String key, Fields fields) {
        switch (fields.text("device_class")) {
            case "motion", "occupancy", "presence" ->
                keep(key, fields, "state_topic", "value_template", words(Kind.MOTION, fields));
            default ->
                refuse(
                        named(fields, key),
                        "A binary sensor of '" + shortened(fields.text("device_class")) + "' is not supported.");
        }
    }

    private void relay(String key, Fields fields, String template) {
        Meaning meaning = new Meaning.Words(
                Kind.RELAY,
                fields.text("state_on", fields.text("payload_on", ON)),
                fields.text("state_off", fields.text("payload_off", OFF)));
        template(key, fields, template)
                .ifPresent(parsed ->
                        keep(key, fields, fields.topic("state_topic"), parsed, meaning, null, power(key, fields)));
    }

    /** A light as on or off; those of the JSON schema say so, and are told so, in the member state. */
    private void light(String key, Fields fields) {
        if (fields.at("brightness").asBoolean(false)
                || !fields.topic("brightness_command_topic").isEmpty()) {
            refuse(named(fields, key), "Its brightness is not supported; it is switched on and off.");
        }
        switch (fields.text("schema", "basic")) {
            case "basic", "default" -> relay(key, fields, "state_value_template");
            case "json" ->
                keep(
                        key,
                        fields,
                        fields.topic("state_topic"),
                        new Template.Path(List.of("state")),
                        new Meaning.Words(Kind.RELAY, ON, OFF),
                        null,
                        order(
                                key,
                                fields,
                                "command_topic",
                                topic -> new Order.Words(topic, "{\"state\":\"ON\"}", "{\"state\":\"OFF\"}")));
            default -> refuse(named(fields, key), "A light of this schema is not supported.");
        }
    }

    /** Its speed where it has one, else on or off. */
    private void fan(String key, Fields fields) {
        if (fields.topic("percentage_state_topic").isEmpty()) {
            relay(key, fields, "state_value_template");
            return;
        }
        double least = fields.number("speed_range_min", 1);
        double most = fields.number("speed_range_max", 100);
        if (!(least >= 1 && most > least && most <= MOST_STEPS)) {
            refuse(named(fields, key), "Its range of speeds cannot be true.");
            return;
        }
        double steps = most - least + 1;
        Meaning meaning = new Meaning.Speed(new Meaning.Measured(Kind.FAN, 100 / steps, (1 - least) * 100 / steps));
        template(key, fields, "percentage_value_template")
                .ifPresent(parsed -> keep(
                        key,
                        fields,
                        fields.topic("percentage_state_topic"),
                        parsed,
                        meaning,
                        whetherOn(key, fields),
                        speed(key, fields, least, steps)));
    }

    private @Nullable Power whetherOn(String key, Fields fields) {
        String topic = fields.topic("state_topic");
        if (topic.isEmpty() || !trusted(key, fields, topic)) {
            return null;
        }
        Meaning.Words meaning = words(Kind.RELAY, fields);
        return template(key, fields, "state_value_template")
                .map(parsed -> new Power(topic, parsed, meaning))
                .orElse(null);
    }

    private Order speed(String key, Fields fields, double least, double steps) {
        if (!isPlain(fields.text("percentage_command_template"))) {
            refuse(named(fields, key), "It cannot be commanded: the template of its commands is not supported.");
            return new Order.None();
        }
        Order.Words power = power(key, fields) instanceof Order.Words words ? words : null;
        return order(key, fields, "percentage_command_topic", topic -> new Order.Speed(topic, least, steps, power));
    }

    private Order power(String key, Fields fields) {
        if (!isPlain(fields.text("command_template"))) {
            refuse(named(fields, key), "It cannot be commanded: the template of its commands is not supported.");
            return new Order.None();
        }
        return order(
                key,
                fields,
                "command_topic",
                topic -> new Order.Words(topic, fields.text("payload_on", ON), fields.text("payload_off", OFF)));
    }

    /** Whether a template of commands is the value as it is. */
    private static boolean isPlain(String template) {
        return template.isBlank() || template.replace(" ", "").equals("{{value}}");
    }

    private Order order(String key, Fields fields, String name, Function<String, Order> made) {
        String topic = fields.topic(name);
        if (topic.isEmpty()) {
            return new Order.None();
        }
        if (!trusted(key, fields, topic)) {
            return new Order.None();
        }
        boolean wordy = fields.text("payload_on").length() > LONGEST_WORD
                || fields.text("payload_off").length() > LONGEST_WORD;
        if (wordy || !trust.allowsWriting(topic)) {
            refuse(
                    named(fields, key),
                    "It cannot be commanded: nothing in a building is moved by '" + shortened(topic) + "'.");
            return new Order.None();
        }
        return made.apply(topic);
    }

    /** The temperature that is measured; what is wanted has no kind of ours. */
    private void climate(String key, Fields fields) {
        Meaning meaning = Units.of("temperature", fields.text("temperature_unit", "C"))
                .orElse(new Meaning.Measured(Kind.TEMPERATURE, 1, 0));
        if (!fields.topic("current_temperature_topic").isEmpty()) {
            keep(key, fields, "current_temperature_topic", "current_temperature_template", meaning);
        }
        if (!fields.topic("temperature_state_topic").isEmpty()) {
            refuse(named(fields, key), "The wanted temperature is not supported.");
        }
    }

    private static Meaning.Words words(Kind kind, Fields fields) {
        return new Meaning.Words(kind, fields.text("payload_on", ON), fields.text("payload_off", OFF));
    }

    private Optional<Template> template(String key, Fields fields, String name) {
        Optional<Template> parsed = TemplateParser.parse(fields.text(name));
        if (parsed.isEmpty()) {
            refuse(named(fields, key), "The template '" + shortened(fields.text(name)) + "' is not supported.");
        }
        return parsed;
    }

    private void keep(String key, Fields fields, String topic, String template, Meaning meaning) {
        template(key, fields, template)
                .ifPresent(parsed -> keep(key, fields, fields.topic(topic), parsed, meaning, null, new Order.None()));
    }

    private void keep(
            String key,
            Fields fields,
            String topic,
            Template template,
            Meaning meaning,
            @Nullable Power power,
            Order order) {
        if (topic.isEmpty()) {
            refuse(named(fields, key), "It has no topic on which it says its state.");
        } else if (trusted(key, fields, topic)) {
            signals.add(new Signal(
                    key, name(fields), topic, template, meaning, power, order, presence(fields), expiry(fields)));
        }
    }

    /** Whether a topic may be listened to or written on; where not, that is said. */
    private boolean trusted(String key, Fields fields, String topic) {
        if (trust.allows(topic)) {
            return true;
        }
        untrusted++;
        refuse(named(fields, key), "The topic '" + shortened(topic) + "' is not trusted.");
        return false;
    }

    private static @Nullable Duration expiry(Fields fields) {
        double seconds = fields.number("expire_after", 0);
        return seconds >= 1 && seconds <= LONGEST_EXPIRY ? Duration.ofSeconds((long) seconds) : null;
    }

    /** When the entity is there; what the device says of all its components where it says nothing itself. */
    private Presence presence(Fields fields) {
        boolean own = fields.has("availability") || fields.has("availability_topic");
        Fields said = own ? fields : fields.ofDevice();
        List<Availability> found = new ArrayList<>();
        JsonNode list = said.at("availability");
        if (list.isArray()) {
            for (int i = 0; i < Math.min(list.size(), MOST_AVAILABILITIES); i++) {
                Fields each = Fields.of(list.get(i), said.base());
                availability(found, each, each.topic("topic"), each.text("value_template"));
            }
        } else {
            availability(found, said, said.topic("availability_topic"), said.text("availability_template"));
        }
        return found.isEmpty() ? Presence.ALWAYS : new Presence(found, mode(said.text("availability_mode")));
    }

    private static Presence.Mode mode(String text) {
        return switch (text) {
            case "all" -> Presence.Mode.ALL;
            case "any" -> Presence.Mode.ANY;
            default -> Presence.Mode.LATEST;
        };
    }

    private void availability(List<Availability> found, Fields own, String topic, String template) {
        if (topic.isEmpty()) {
            return;
        }
        if (!trust.allows(topic)) {
            untrusted++;
            refuse(topic, "This topic, on which it says whether it is there, is not trusted.");
            return;
        }
        TemplateParser.parse(template)
                .ifPresentOrElse(
                        parsed -> found.add(new Availability(
                                topic,
                                parsed,
                                own.text("payload_available", "online"),
                                own.text("payload_not_available", "offline"))),
                        () -> refuse(topic, "The template of its availability is not supported."));
    }

    /** What to call the point: nothing where the kind says enough, and without the device's name in front. */
    private String name(Fields fields) {
        String name = fields.text("name").strip();
        String front = device.name() + " ";
        return shortened(name.startsWith(front) ? name.substring(front.length()).strip() : name);
    }

    private static String named(Fields fields, String key) {
        return shortened(fields.text("name", key));
    }

    /** For people: bounded, and without what no screen and no database takes. */
    static String shortened(String text) {
        String clean = text.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                        && c != 0xfffd)
                .limit(LONGEST_NAME + 1L)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "…" : clean;
    }
}
