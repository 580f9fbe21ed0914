package org.bmac.homeassistant;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.building.Building;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.live.Latest;
import org.bmac.node.Deliveries;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How our nodes and points are said to Home Assistant: one announcement a node, one retained JSON text a point with its value
 * and quality, one topic a point for commands. Pure.
 */
final class Publication {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String OWN = HomeAssistantSettings.OWN;
    private static final String STATUS = OWN + "/status";
    private static final String POINTS = OWN + "/points/";
    private static final String SET = "/set";
    /** So many bytes a command may have. */
    static final int LONGEST_COMMAND = 20;

    private static final String NUMBER = "{{ value_json.value }}";
    private static final String ON_OFF = "{{ 'ON' if value_json.value > 0 else 'OFF' }}";
    private static final String THERE = "{{ 'online' if value_json.quality in ['good', 'uncertain'] else 'offline' }}";

    /** Where all commands come. */
    static final String COMMANDS = POINTS + "+" + SET;

    private Publication() {}

    /** That we are there. */
    static Outgoing there() {
        return kept(STATUS, Bytes.of("online"));
    }

    /** That we are gone, and everything with us. */
    static Outgoing gone() {
        return kept(STATUS, Bytes.of("offline"));
    }

    /** Where a node is announced. */
    static String topic(String prefix, Node node) {
        return prefix + "/device/" + id(node) + "/config";
    }

    private static String id(Node node) {
        return OWN + "_" + (node.uid() == null ? "n" + node.id().number() : node.uid());
    }

    /**
     * The announcement of a node with those of its points that pass.
     *
     * @param seen which points may be shown
     * @param commanded which points may be commanded
     */
    static Outgoing announcement(
            String prefix, Building building, Node node, Predicate<Point> seen, Predicate<Point> commanded) {
        ObjectNode all = MAPPER.createObjectNode();
        ObjectNode device = all.putObject("device");
        device.putArray("identifiers").add(id(node));
        device.put("name", node.location());
        device.put("manufacturer", "BMaC");
        all.putObject("origin").put("name", "BMaC");
        ObjectNode components = all.putObject("components");
        for (Point point : building.pointsOf(node.id())) {
            if (seen.test(point)) {
                if (point.zone() != null) {
                    device.put("suggested_area", building.placeOf(point));
                }
                ObjectNode one = components.putObject(OWN + "_" + point.id().number());
                one.put("unique_id", OWN + "_" + point.id().number());
                one.put("name", point.label());
                boolean twoStates = Deliveries.hasTwoStates(node.dialect(), point.kind());
                describe(one, point, point.commandable() && commanded.test(point), twoStates);
                availability(one, point.id());
            }
        }
        return kept(topic(prefix, node), Bytes.wrap(MAPPER.writeValueAsBytes(all)));
    }

    /** That a node is no longer announced. */
    static Outgoing withdrawal(String topic) {
        return kept(topic, Bytes.NONE);
    }

    /** Whether it is one of our announcements. */
    static boolean isOurs(String prefix, String topic) {
        return topic.startsWith(prefix + "/device/" + OWN + "_");
    }

    /** Which points an announcement of ours has. */
    static Set<PointId> pointsOf(Bytes announcement) {
        Set<PointId> points = new HashSet<>();
        Json.read(announcement).path("components").propertyNames().forEach(name -> {
            String number = name.startsWith(OWN + "_") ? name.substring(OWN.length() + 1) : "";
            if (number.matches("[0-9]{1,9}")) {
                points.add(new PointId(Integer.parseInt(number)));
            }
        });
        return points;
    }

    /** That a point is no longer shown. */
    static Outgoing withdrawalOf(PointId point) {
        return kept(state(point), Bytes.NONE);
    }

    private static void availability(ObjectNode one, PointId point) {
        ArrayNode all = one.putArray("availability");
        all.addObject().put("topic", STATUS);
        all.addObject().put("topic", state(point)).put("value_template", THERE);
        one.put("availability_mode", "all");
    }

    private static void describe(ObjectNode one, Point point, boolean commanded, boolean twoStates) {
        String state = state(point.id());
        switch (point.kind()) {
            case TEMPERATURE -> sensor(one, state, "temperature", "°C", "measurement");
            case HUMIDITY -> sensor(one, state, "humidity", "%", "measurement");
            case PRESSURE -> sensor(one, state, "atmospheric_pressure", "hPa", "measurement");
            case CO2 -> sensor(one, state, "carbon_dioxide", "ppm", "measurement");
            case ESPRESSO, DOUBLE_ESPRESSO, COFFEE, DOUBLE_COFFEE ->
                sensor(one, state, null, "cups", "total_increasing");
            case MOISTURE, WEIGHT -> sensor(one, state, null, null, "measurement");
            case MOTION ->
                one.put("platform", "binary_sensor")
                        .put("device_class", "motion")
                        .put("state_topic", state)
                        .put("value_template", ON_OFF);
            case RELAY -> {
                one.put("platform", commanded ? "switch" : "binary_sensor");
                one.put("state_topic", state).put("value_template", ON_OFF);
                if (commanded) {
                    one.put("command_topic", state + SET);
                }
            }
            case FAN -> {
                if (commanded) {
                    one.put("platform", "fan").put("state_topic", state).put("state_value_template", ON_OFF);
                    one.put("command_topic", state + SET);
                    one.put("percentage_state_topic", state).put("percentage_value_template", NUMBER);
                    one.put("percentage_command_topic", state + SET);
                } else {
                    sensor(one, state, null, "%", "measurement");
                }
            }
            case VALVE -> {
                if (commanded) {
                    valve(one, state, twoStates);
                } else {
                    sensor(one, state, null, "%", "measurement");
                }
            }
            case CHANGEOVER -> {
                one.put("platform", commanded ? "select" : "sensor").put("state_topic", state);
                one.put("value_template", "{{ 'heating' if value_json.value == 1 else 'cooling' }}");
                if (commanded) {
                    one.put("command_topic", state + SET);
                    one.putArray("options").add("cooling").add("heating");
                }
            }
        }
    }

    private static void sensor(
            ObjectNode one, String state, @Nullable String deviceClass, @Nullable String unit, String stateClass) {
        one.put("platform", "sensor").put("state_topic", state).put("value_template", NUMBER);
        one.put("state_class", stateClass);
        if (deviceClass != null) {
            one.put("device_class", deviceClass);
        }
        if (unit != null) {
            one.put("unit_of_measurement", unit);
        }
    }

    /** One that can stand between says and takes its position. */
    private static void valve(ObjectNode one, String state, boolean twoStates) {
        one.put("platform", "valve").put("state_topic", state).put("command_topic", state + SET);
        one.put("reports_position", !twoStates);
        if (twoStates) {
            one.put("value_template", "{{ 'open' if value_json.value > 0 else 'closed' }}");
            one.put("payload_open", "100").put("payload_close", "0");
        } else {
            one.put("value_template", NUMBER);
        }
    }

    private static String state(PointId point) {
        return POINTS + point.number();
    }

    /** What is known of a point now. */
    static Outgoing state(Latest latest) {
        ObjectNode all = MAPPER.createObjectNode();
        Value value = latest.value();
        double number = value == null ? Double.NaN : value.asNumber();
        if (Double.isNaN(number)) {
            all.putNull("value");
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            all.put("value", (long) number);
        } else {
            all.put("value", number);
        }
        all.put("quality", latest.quality().code());
        return kept(state(latest.point()), Bytes.wrap(MAPPER.writeValueAsBytes(all)));
    }

    /** To which point a command goes; empty when the topic is none of ours. */
    static Optional<PointId> commanded(String topic) {
        if (!topic.startsWith(POINTS) || !topic.endsWith(SET)) {
            return Optional.empty();
        }
        String number = topic.substring(POINTS.length(), Math.max(POINTS.length(), topic.length() - SET.length()));
        return number.matches("[0-9]{1,9}") ? Optional.of(new PointId(Integer.parseInt(number))) : Optional.empty();
    }

    /** Whose state is said on this topic. */
    static PointId pointOf(String stateTopic) {
        return new PointId(Integer.parseInt(stateTopic.substring(POINTS.length())));
    }

    /** What a command asks of an output of this kind; empty when it makes no sense. */
    static Optional<Value> wanted(Kind kind, Bytes payload) {
        if (!kind.commandable() || payload.length() > LONGEST_COMMAND) {
            return Optional.empty();
        }
        double most = kind == Kind.FAN || kind == Kind.VALVE ? 100 : 1;
        String text = payload.text().strip().toLowerCase(Locale.ROOT);
        double number =
                switch (text) {
                    case "on", "open", "heating" -> most;
                    case "off", "close", "cooling" -> 0;
                    default -> Template.number(Template.text(text));
                };
        boolean words = kind == Kind.CHANGEOVER
                ? !text.startsWith("o") && !text.equals("close")
                : !text.equals("heating") && !text.equals("cooling");
        return words && number >= 0 && number <= most
                ? Optional.of(Value.of(kind, Math.rint(number)))
                : Optional.empty();
    }

    /** At QoS 1, kept by the broker, so that Home Assistant has it after its own restart. */
    private static Outgoing kept(String topic, Bytes payload) {
        return new Outgoing(topic, payload, 1, true, Properties5.NONE);
    }
}
