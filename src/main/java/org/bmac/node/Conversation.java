package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import org.bmac.point.Value;

/**
 * What is said to a node on one topic to reach one end, as a machine that knows no clock and no network. For one thread at
 * a time.
 */
sealed interface Conversation permits FanTalk, PinTalk, SwitchTalk, ChannelTalk, ForeignTalk, Question {

    /** Begins; {@code left} is how long it may take in all. */
    Step begin(Duration left);

    /** The node answered something on this topic, perhaps to somebody else or to what was asked long ago. */
    Step hear(Answered answer, Duration left);

    /** The node reported a value of the point that this is about. */
    default Step hear(Value value, Instant at, Duration left) {
        return new Step.Listen();
    }

    /** Nothing has come for as long as it wanted to listen. */
    Step silence(Duration left);

    /** The part of the patience after which silence means that it is asked again. */
    static Duration first(Duration patience) {
        return patience.multipliedBy(3).dividedBy(5);
    }
}
