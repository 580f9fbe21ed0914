package org.bmac.homeassistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bmac.point.Kind;
import tools.jackson.databind.JsonNode;

/** Collects what the components of one announcement are to us. */
final class Entities {
    private static final String ON = "ON";
    private static final String OFF = "OFF";
    private static final int LONGEST_NAME = 60;
    private static final int MOST_AVAILABILITIES = 8;

    private final Trust trust;
    private final String device;
    private final List<Signal> signals = new ArrayList<>();
    private final List<Announcement.Unsupported> unsupported = new ArrayList<>();
    private int untrusted;

    Entities(Trust trust, String device) {
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
        unsupported.add(new Announcement.Unsupported(shortened(name), reason));
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
        signal(key, fields, "state_topic", "value_template", meaning.get(), "");
    }

    private void binary(String key, Fields fields) {
        switch (fields.text("device_class")) {
            case "motion", "occupancy", "presence" ->
                signal(key, fields, "state_topic", "value_template", words(Kind.MOTION, fields), "");
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
        signal(key, fields, "state_topic", template, meaning, "command_topic");
    }

    /** A light as on or off; those of the JSON schema say so in the member state. */
    private void light(String key, Fields fields) {
        switch (fields.text("schema", "basic")) {
            case "basic", "default" -> relay(key, fields, "state_value_template");
            case "json" ->
                keep(
                        key,
                        fields,
                        fields.topic("state_topic"),
                        new Template.Path(List.of("state")),
                        new Meaning.Words(Kind.RELAY, ON, OFF),
                        fields.topic("command_topic"));
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
        if (!(least >= 1 && most > least)) {
            refuse(named(fields, key), "Its range of speeds cannot be true.");
            return;
        }
        double steps = most - least + 1;
        Meaning meaning = new Meaning.Measured(Kind.FAN, 100 / steps, (1 - least) * 100 / steps);
        signal(
                key,
                fields,
                "percentage_state_topic",
                "percentage_value_template",
                new Meaning.Speed(meaning),
                "percentage_command_topic");
    }

    /** The temperature that is measured; what is wanted has no kind of ours. */
    private void climate(String key, Fields fields) {
        Meaning meaning = Units.of("temperature", fields.text("temperature_unit", "C"))
                .orElse(new Meaning.Measured(Kind.TEMPERATURE, 1, 0));
        if (!fields.topic("current_temperature_topic").isEmpty()) {
            signal(key, fields, "current_temperature_topic", "current_temperature_template", meaning, "");
        }
        if (!fields.topic("temperature_state_topic").isEmpty()) {
            refuse(named(fields, key), "The wanted temperature is not supported.");
        }
    }

    private static Meaning words(Kind kind, Fields fields) {
        return new Meaning.Words(kind, fields.text("payload_on", ON), fields.text("payload_off", OFF));
    }

    private void signal(
            String key, Fields fields, String topic, String template, Meaning meaning, String commandTopic) {
        String commands = commandTopic.isEmpty() ? "" : fields.topic(commandTopic);
        TemplateParser.parse(fields.text(template))
                .ifPresentOrElse(
                        parsed -> keep(key, fields, fields.topic(topic), parsed, meaning, commands),
                        () -> refuse(
                                named(fields, key),
                                "The template '" + shortened(fields.text(template)) + "' is not supported."));
    }

    private void keep(
            String key, Fields fields, String topic, Template template, Meaning meaning, String commandTopic) {
        if (topic.isEmpty()) {
            refuse(named(fields, key), "It has no topic on which it says its state.");
        } else if (!trust.allows(topic)) {
            untrusted++;
            refuse(named(fields, key), "The topic '" + shortened(topic) + "' is not trusted.");
        } else {
            boolean trusted = commandTopic.isEmpty() || trust.allows(commandTopic);
            untrusted += trusted ? 0 : 1;
            signals.add(
                    new Signal(key, device, named(fields, key), topic, template, meaning, trusted ? commandTopic : ""));
        }
    }

    /** Where these fields say whether the device is there; untrusted topics are left out and counted. */
    List<Availability> availability(Fields fields) {
        List<Availability> found = new ArrayList<>();
        JsonNode list = fields.at("availability");
        if (list.isArray()) {
            list.forEach(one -> {
                Fields own = Fields.of(one, fields.base());
                availability(found, own, own.topic("topic"), own.text("value_template"));
            });
        } else {
            availability(found, fields, fields.topic("availability_topic"), fields.text("availability_template"));
        }
        return found;
    }

    private void availability(List<Availability> found, Fields own, String topic, String template) {
        if (topic.isEmpty() || found.size() >= MOST_AVAILABILITIES) {
            return;
        }
        if (!trust.allows(topic)) {
            untrusted++;
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

    private static String named(Fields fields, String key) {
        return shortened(fields.text("name", key));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    }
}
