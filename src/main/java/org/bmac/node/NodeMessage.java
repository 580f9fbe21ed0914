package org.bmac.node;

import java.time.Instant;
import java.util.List;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** What a message on the broker says, in whichever dialect. Immutable. */
public sealed interface NodeMessage
        permits Answered,
                NodeMessage.Hello,
                NodeMessage.Described,
                NodeMessage.Measured,
                NodeMessage.Reported,
                NodeMessage.Translated,
                NodeMessage.Presence,
                NodeMessage.Logged,
                NodeMessage.Distress,
                NodeMessage.Co2Event,
                NodeMessage.LastWill,
                NodeMessage.Overheard,
                NodeMessage.Ignored,
                NodeMessage.Unreadable {

    /** A firmware node has connected and asks for its configuration. */
    record Hello(String uid) implements NodeMessage {}

    /** A BMaC 5 node has connected and says what it is. */
    record Described(String uid, int major, int minor, List<Channel> channels) implements NodeMessage {
        public Described {
            channels = List.copyOf(channels);
        }
    }

    /**
     * The firmware reported a value.
     *
     * @param channel 0 where a node has only one of the kind
     * @param quality bad when the value is {@link Value.Unreadable}; uncertain when the broker had kept it, because nobody
     *     knows since when; else good
     */
    record Measured(Source source, Kind kind, int channel, Value value, Quality quality) implements NodeMessage {}

    /**
     * A BMaC 5 node reported a value. What it means depends on the channel's kind, which only its {@link Described} told.
     *
     * @param measured when, if it was kept while the node was offline; null: just now
     */
    record Reported(
            String uid, int channel, Bytes value, @Nullable Instant measured) implements NodeMessage {}

    /**
     * What one message of another world says, in our words: any number of values, usually of one device. Nodes and points are
     * not made for it.
     */
    record Translated(List<Measured> values) implements NodeMessage {
        public Translated {
            values = List.copyOf(values);
        }
    }

    /** A node is there, or says through its will that it is gone. */
    record Presence(String uid, Sign sign) implements NodeMessage {}

    /** A line of a node's log. */
    record Logged(String uid, LogLevel level, String text) implements NodeMessage {}

    /** A firmware node could not start the modules that it was told to. */
    record Distress(String uid, String text) implements NodeMessage {}

    /**
     * A firmware node says that the air has changed for better or worse.
     *
     * @param level 0 fine, 1 warning, 2 critical
     */
    record Co2Event(String location, int level, boolean rising, int ppm) implements NodeMessage {}

    /** Some firmware node has lost its connection; all leave the same will, so nobody knows which. */
    record LastWill() implements NodeMessage {}

    /**
     * Somebody asked or told a node something: we, or another server on the same broker.
     *
     * @param to the name in the topic: a UID or a location; empty for all nodes
     */
    record Overheard(String to, Request request) implements NodeMessage {}

    /** Nothing for us, and in order. */
    record Ignored(Why why) implements NodeMessage {}

    /**
     * It should have been for us, but is not as the protocol says.
     *
     * @param detail one sentence for people
     * @param spoiled the reading that it makes of its point, where it still says which point
     */
    record Unreadable(Fault fault, String detail, @Nullable Measured spoiled) implements NodeMessage {}
}
