package org.bmac.node;

import java.util.Locale;
import org.bmac.broker.Message;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;

/**
 * The language of the original firmware (2017–2023). Pure functions for any thread; reading is total: whatever the bytes,
 * it returns an answer and throws nothing.
 */
public final class FirmwareCodec {
    /** What every firmware node leaves as its will, typing error included. */
    public static final String WILL = "The connection from this device is lost:(";

    private FirmwareCodec() {}

    /**
     * What a message says: {@link NodeMessage.Overheard} when it goes to nodes, {@link NodeMessage.Ignored} when it is none
     * of this dialect's.
     */
    public static NodeMessage decode(Message message) {
        String topic = message.topic();
        return switch (topic) {
            case "nsa/temperature" -> Sensors.read(Kind.TEMPERATURE, message);
            case "nsa/humidity" -> Sensors.read(Kind.HUMIDITY, message);
            case "nsa/pressure" -> Sensors.read(Kind.PRESSURE, message);
            case "nsa/co2" -> Sensors.read(Kind.CO2, message);
            case "nsa/motion" -> Sensors.read(Kind.MOTION, message);
            case "nsa/espresso" -> Sensors.read(Kind.ESPRESSO, message);
            case "nsa/espresso2" -> Sensors.read(Kind.DOUBLE_ESPRESSO, message);
            case "nsa/coffee" -> Sensors.read(Kind.COFFEE, message);
            case "nsa/coffee2" -> Sensors.read(Kind.DOUBLE_COFFEE, message);
            case "nsa/plant/moisture_raw" -> Sensors.read(Kind.MOISTURE, message);
            case "nsa/plant/scale_weight_raw" -> Sensors.read(Kind.WEIGHT, message);
            case "nsa/plant/response" -> new NodeMessage.Ignored(Why.REPEATED);
            default -> message.retained() ? kept(topic) : fresh(topic, message.payload());
        };
    }

    /** What the broker had kept from before, other than readings. */
    private static NodeMessage kept(String topic) {
        return new NodeMessage.Ignored(
                switch (topic) {
                    case "last/will" -> Why.KEPT_WILL;
                    case "pwm/response", "coffee/response", "cc/response" -> Why.KEPT_ANSWER;
                    case "cc/config", "cc/sos", "log/all", "nsa/events/co2" -> Why.KEPT_EVENT;
                    default -> keptElsewhere(topic);
                });
    }

    private static Why keptElsewhere(String topic) {
        if (Answers.of(topic) != null) {
            return Why.KEPT_ANSWER;
        }
        if (Overhearing.betweenServers(topic)) {
            return Why.BETWEEN_SERVERS;
        }
        return topic.startsWith("presence/") || Overhearing.of(topic) != null ? Why.KEPT_EVENT : Why.NOT_OURS;
    }

    private static NodeMessage fresh(String topic, Bytes payload) {
        return switch (topic) {
            case "cc/config" -> Talk.hello(payload);
            case "cc/response" -> Talk.maintenance(payload);
            case "cc/sos" -> Talk.distress(payload);
            case "presence/response" -> Talk.presence(Sign.TOLD, payload);
            case "presence/pong" -> Talk.presence(Sign.PONG, payload);
            case "log/all" -> Talk.log(payload);
            case "last/will" -> new NodeMessage.LastWill();
            case "nsa/events/co2" -> Talk.co2Event(payload);
            case "pwm/response" -> Answers.pwm(payload);
            case "coffee/response" -> Answers.coffee(payload);
            default -> addressed(topic, payload);
        };
    }

    private static NodeMessage addressed(String topic, Bytes payload) {
        Answers answers = Answers.of(topic);
        if (answers != null) {
            return answers.read(topic, payload);
        }
        if (Overhearing.betweenServers(topic)) {
            return new NodeMessage.Ignored(Why.BETWEEN_SERVERS);
        }
        return Overhearing.read(topic, payload);
    }

    /**
     * What a node sends to say this.
     *
     * @throws IllegalArgumentException when the firmware cannot say it
     */
    public static Outgoing encode(NodeMessage message, Generation generation) {
        return switch (message) {
            case NodeMessage.Hello(String uid) -> Outgoing.plain("cc/config", Bytes.of(uid));
            case NodeMessage.Presence(String uid, Sign sign) -> Outgoing.plain(presenceTopic(sign), Bytes.of(uid));
            case NodeMessage.Logged(String uid, LogLevel level, String text) ->
                Outgoing.plain("log/all", Bytes.of(uid + ";" + level.code() + " - " + text));
            case NodeMessage.Distress(String uid, String text) -> Outgoing.plain("cc/sos", Bytes.of(uid + ";" + text));
            case NodeMessage.LastWill() -> new Outgoing("last/will", Bytes.of(WILL), 1, true, Properties5.NONE);
            case NodeMessage.Measured measured -> module(generation, Sensors.topic(measured.kind()), measured);
            case NodeMessage.Co2Event(String location, int level, boolean rising, int ppm) ->
                module(
                        generation,
                        "nsa/events/co2",
                        Bytes.of(location + ";" + level + ";" + (rising ? 1 : 0) + ";" + ppm));
            case Answered answered -> encode(answered, generation);
            case NodeMessage.Overheard(String to, Request request) -> request.to(to);
            case NodeMessage.Described _,
                    NodeMessage.Reported _,
                    NodeMessage.Translated _,
                    NodeMessage.Ignored _,
                    NodeMessage.Unreadable _ -> throw unsayable(message);
        };
    }

    private static Outgoing encode(Answered answered, Generation generation) {
        return switch (answered) {
            case Answered.Pwm(String location, Bytes data) ->
                module(generation, "pwm/response", Wire.join(location, data));
            case Answered.Meant(String location, PwmAnswer answer) ->
                module(generation, "pwm/response", Wire.join(location, answer.data()));
            case Answered.Io(String address, String location, IoAnswer answer) ->
                module(generation, "io/response/" + address, Wire.join(location, answer.data()));
            case Answered.Switch(String address, String location, SwitchAnswer answer) ->
                module(generation, "switch/response/" + address, Wire.join(location, answer.data()));
            case Answered.Trigger(String address, String location, int raw) ->
                module(generation, "plant/response/" + address, Wire.join(location, Little.bytes(raw, 2)));
            case Answered.Coffee(String location, String line) ->
                module(generation, "coffee/response", Bytes.of(location + ";" + line + "\r\n"));
            case Answered.Modules(String uid, int mask) ->
                Outgoing.plain("cc/response", Wire.join(uid, mask == 0 ? Bytes.of('0') : Little.bytes(mask, 4)));
            case Answered.Version(String uid, String version) ->
                Outgoing.plain("cc/response", Bytes.of(uid + ";" + version));
            case Answered.Command _ -> throw unsayable(answered);
        };
    }

    private static Outgoing module(Generation generation, String topic, NodeMessage.Measured measured) {
        return module(generation, topic, Bytes.of(measured.source().name() + ";" + Sensors.text(measured)));
    }

    private static Outgoing module(Generation generation, String topic, Bytes payload) {
        return new Outgoing(topic, payload, generation.qos(), generation.retain(), Properties5.NONE);
    }

    private static String presenceTopic(Sign sign) {
        return switch (sign) {
            case TOLD -> "presence/response";
            case PONG -> "presence/pong";
            case ALIVE, GONE ->
                throw new IllegalArgumentException(
                        "the firmware has no sign '" + sign.name().toLowerCase(Locale.ROOT) + "'");
        };
    }

    private static IllegalArgumentException unsayable(NodeMessage message) {
        return new IllegalArgumentException("the firmware cannot say " + message);
    }
}
