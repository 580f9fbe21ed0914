package org.bmac.node;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bmac.broker.Message;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.point.Bytes;

/**
 * The language of BMaC 5. Pure functions for any thread; reading is total: whatever the bytes, it returns an answer and
 * throws nothing.
 */
public final class Bmac5Codec {
    private static final int UID_AT = Bmac5Request.PREFIX.length();
    private static final int UID_END = UID_AT + 12;
    private static final String TIME = "t";

    private Bmac5Codec() {}

    /** Whether a topic is this dialect's. */
    public static boolean speaks(String topic) {
        return topic.startsWith(Bmac5Request.PREFIX);
    }

    /** What a message says; {@link NodeMessage.Overheard} when it goes to a node. */
    public static NodeMessage decode(Message message) {
        String topic = message.topic();
        if (!speaks(topic)) {
            return new NodeMessage.Ignored(Why.NOT_OURS);
        }
        if (!uid(topic)) {
            return Wire.unreadable(Fault.BAD_UID, "a UID has 12 lower-case hex digits");
        }
        String uid = topic.substring(UID_AT, UID_END);
        int slash = topic.indexOf('/', UID_END + 1);
        return slash < 0
                ? whole(uid, topic.substring(UID_END + 1), message)
                : channel(uid, topic.substring(UID_END + 1, slash), channelIn(topic, slash + 1), message);
    }

    private static boolean uid(String topic) {
        if (topic.length() <= UID_END || topic.charAt(UID_END) != '/') {
            return false;
        }
        for (int i = UID_AT; i < UID_END; i++) {
            char c = topic.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static NodeMessage whole(String uid, String word, Message message) {
        Bytes payload = message.payload();
        return switch (word) {
            case "alive" -> Descriptions.presence(uid, payload);
            case "hello" -> Descriptions.read(uid, payload);
            case "log" -> log(uid, payload);
            case "cfg" -> overheard(uid, Bmac5Requests.periods(payload));
            case "get" -> overheard(uid, Bmac5Requests.get(payload));
            case "fw" -> overheard(uid, Bmac5Requests.upgrade(payload));
            default -> new NodeMessage.Ignored(Why.NOT_OURS);
        };
    }

    private static NodeMessage overheard(String uid, @org.jspecify.annotations.Nullable Request request) {
        return request == null
                ? Wire.unreadable(Fault.UNKNOWN_COMMAND, "no node obeys that")
                : new NodeMessage.Overheard(uid, request);
    }

    private static NodeMessage channel(String uid, String word, int channel, Message message) {
        return switch (word) {
            case "r" -> channel < 0 ? noChannel() : reported(uid, channel, message);
            case "a" -> channel < 0 ? noChannel() : answered(uid, channel, message);
            case "c" ->
                channel < 0 ? noChannel() : new NodeMessage.Overheard(uid, Bmac5Requests.command(channel, message));
            default -> new NodeMessage.Ignored(Why.NOT_OURS);
        };
    }

    private static NodeMessage noChannel() {
        return Wire.unreadable(Fault.BAD_CHANNEL, "a channel is a number of 0 to " + Channel.MOST);
    }

    /** The channel at the end of a topic, without leading zeros; −1 when it is none. */
    private static int channelIn(String topic, int from) {
        int digits = topic.length() - from;
        if (digits < 1 || digits > 3 || (digits > 1 && topic.charAt(from) == '0')) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < topic.length(); i++) {
            int digit = topic.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number <= Channel.MOST ? number : -1;
    }

    private static NodeMessage reported(String uid, int channel, Message message) {
        if (message.payload().length() == 0 || message.payload().length() > 4) {
            return Wire.unreadable(Fault.WRONG_LENGTH, "a value has one to four bytes");
        }
        String time = message.properties().user().get(TIME);
        if (time == null) {
            return new NodeMessage.Reported(uid, channel, message.payload(), null);
        }
        double milliseconds = Decimal.read(Bytes.of(time), 0);
        // Beyond the year 5138 fifteen digits end; before 1970 nobody measured.
        return milliseconds >= 0 && milliseconds == Math.rint(milliseconds)
                ? new NodeMessage.Reported(uid, channel, message.payload(), Instant.ofEpochMilli((long) milliseconds))
                : Wire.unreadable(Fault.BAD_TIME, "the property t is not in milliseconds since 1970");
    }

    private static NodeMessage answered(String uid, int channel, Message message) {
        Bytes payload = message.payload();
        if (message.retained()) {
            return new NodeMessage.Ignored(Why.KEPT_ANSWER);
        }
        if (payload.length() == 0 || payload.length() > 5) {
            return Wire.unreadable(Fault.WRONG_LENGTH, "an answer has a result and a value of up to four bytes");
        }
        Result result = Result.of(payload.at(0));
        return result == null
                ? Wire.unreadable(Fault.UNKNOWN_RESULT, "there is no result " + payload.at(0))
                : new Answered.Command(
                        uid,
                        channel,
                        result,
                        payload.slice(1, payload.length()),
                        message.properties().correlation());
    }

    private static NodeMessage log(String uid, Bytes payload) {
        LogLevel level = payload.length() == 0 ? null : LogLevel.of(payload.at(0));
        return level == null || level == LogLevel.EXTRA_TRACE
                ? Wire.unreadable(Fault.BAD_LEVEL, "a line of a log begins with a level of 0 to 4")
                : new NodeMessage.Logged(uid, level, payload.text(1, payload.length()));
    }

    /**
     * What a node sends to say this.
     *
     * @throws IllegalArgumentException when the dialect cannot say it
     */
    public static Outgoing encode(NodeMessage message) {
        return switch (message) {
            case NodeMessage.Presence(String uid, Sign sign) ->
                new Outgoing(topic(uid, "alive"), Descriptions.presence(sign), 1, true, Properties5.NONE);
            case NodeMessage.Described(String uid, int major, int minor, List<Channel> channels) ->
                careful(topic(uid, "hello"), Descriptions.bytes(major, minor, channels), Properties5.NONE);
            case NodeMessage.Reported reported ->
                careful(topic(reported.uid(), "r/" + reported.channel()), reported.value(), stamped(reported));
            case Answered.Command answer ->
                careful(
                        topic(answer.uid(), "a/" + answer.channel()),
                        answer(answer),
                        new Properties5(null, answer.correlation(), null, null, Map.of()));
            case NodeMessage.Logged(String uid, LogLevel level, String text) ->
                Outgoing.plain(topic(uid, "log"), logBytes(level, text));
            case NodeMessage.Overheard(String to, Request request) -> request.to(to);
            default -> throw new IllegalArgumentException("BMaC 5 cannot say " + message);
        };
    }

    private static Bytes logBytes(LogLevel level, String text) {
        byte[] words = Bytes.of("?" + text).toArray();
        words[0] = (byte) level.code();
        return Bytes.wrap(words);
    }

    private static Bytes answer(Answered.Command answer) {
        byte[] all = new byte[1 + answer.value().length()];
        all[0] = (byte) answer.result().code();
        System.arraycopy(answer.value().toArray(), 0, all, 1, answer.value().length());
        return Bytes.wrap(all);
    }

    private static Properties5 stamped(NodeMessage.Reported reported) {
        Instant measured = reported.measured();
        return measured == null
                ? Properties5.NONE
                : new Properties5(null, null, null, null, Map.of(TIME, Long.toString(measured.toEpochMilli())));
    }

    private static String topic(String uid, String rest) {
        return Bmac5Request.PREFIX + uid + "/" + rest;
    }

    private static Outgoing careful(String topic, Bytes payload, Properties5 properties) {
        return new Outgoing(topic, payload, 1, false, properties);
    }
}
