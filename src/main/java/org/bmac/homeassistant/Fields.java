package org.bmac.homeassistant;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The fields of an announcement by their long names, whichever of the two names it uses, with its base topic put in. The
 * short names are those of Home Assistant's documentation of MQTT discovery.
 */
record Fields(JsonNode node, JsonNode shared, String base) {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("availability", "avty"),
            Map.entry("availability_mode", "avty_mode"),
            Map.entry("availability_template", "avty_tpl"),
            Map.entry("availability_topic", "avty_t"),
            Map.entry("brightness_command_topic", "bri_cmd_t"),
            Map.entry("command_template", "cmd_tpl"),
            Map.entry("command_topic", "cmd_t"),
            Map.entry("components", "cmps"),
            Map.entry("current_temperature_template", "curr_temp_tpl"),
            Map.entry("current_temperature_topic", "curr_temp_t"),
            Map.entry("device", "dev"),
            Map.entry("device_class", "dev_cla"),
            Map.entry("enabled_by_default", "en"),
            Map.entry("entity_category", "ent_cat"),
            Map.entry("expire_after", "exp_aft"),
            Map.entry("identifiers", "ids"),
            Map.entry("manufacturer", "mf"),
            Map.entry("model", "mdl"),
            Map.entry("payload_available", "pl_avail"),
            Map.entry("payload_not_available", "pl_not_avail"),
            Map.entry("payload_off", "pl_off"),
            Map.entry("payload_on", "pl_on"),
            Map.entry("percentage_command_template", "pct_cmd_tpl"),
            Map.entry("percentage_command_topic", "pct_cmd_t"),
            Map.entry("percentage_state_topic", "pct_stat_t"),
            Map.entry("percentage_value_template", "pct_val_tpl"),
            Map.entry("platform", "p"),
            Map.entry("speed_range_max", "spd_rng_max"),
            Map.entry("speed_range_min", "spd_rng_min"),
            Map.entry("state_off", "stat_off"),
            Map.entry("state_on", "stat_on"),
            Map.entry("state_topic", "stat_t"),
            Map.entry("state_value_template", "stat_val_tpl"),
            Map.entry("temperature_state_topic", "temp_stat_t"),
            Map.entry("temperature_unit", "temp_unit"),
            Map.entry("topic", "t"),
            Map.entry("unique_id", "uniq_id"),
            Map.entry("unit_of_measurement", "unit_of_meas"),
            Map.entry("value_template", "val_tpl"));

    /** What a device may say once for all of its components. */
    private static final Set<String> SHARED = Set.of("state_topic", "command_topic");

    /** The fields of an object; a base topic of its own goes before the inherited one. */
    static Fields of(JsonNode node, String inherited) {
        String own = Json.text(node.path("~"));
        return new Fields(node, MissingNode.getInstance(), own.isEmpty() ? inherited : own);
    }

    /** These fields of a component, and the device's where it has none of its own. */
    Fields under(Fields device) {
        return new Fields(node, device.node, base);
    }

    /** What the device says for all of its components where a component says nothing of the kind. */
    Fields ofDevice() {
        return new Fields(shared, MissingNode.getInstance(), base);
    }

    /** Whether the component itself has the field. */
    boolean has(String name) {
        return !in(node, name).isMissingNode();
    }

    /** The field as it is; missing when it is not there. */
    JsonNode at(String name) {
        JsonNode own = in(node, name);
        return own.isMissingNode() && SHARED.contains(name) ? in(shared, name) : own;
    }

    private static JsonNode in(JsonNode node, String name) {
        JsonNode whole = node.path(name);
        return whole.isMissingNode() ? node.path(SHORT.getOrDefault(name, name)) : whole;
    }

    /** The field as text; empty when it is not there. */
    String text(String name) {
        return Json.text(at(name));
    }

    /** The field as text, or else this. */
    String text(String name, String otherwise) {
        String text = text(name);
        return text.isEmpty() ? otherwise : text;
    }

    /** A topic, with the base put in at its beginning or its end; empty when it is not there. */
    String topic(String name) {
        String topic = text(name);
        if (topic.startsWith("~")) {
            return base + topic.substring(1);
        }
        return topic.endsWith("~") ? topic.substring(0, topic.length() - 1) + base : topic;
    }

    /** The number of a field, or else this. */
    double number(String name, double otherwise) {
        double number = Template.number(at(name));
        return Double.isNaN(number) ? otherwise : number;
    }
}
