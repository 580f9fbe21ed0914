package org.bmac.node;

import java.util.function.Supplier;
import org.bmac.broker.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message, what it says, and its end.
 *
 * @param told called when the listeners have been told, while nothing else is said; what it gives is run after that, with
 *     nothing held
 */
record Heard(NodeMessage said, Message message, Supplier<Runnable> told) {

    /** The name of the node that must be known before it can be dealt with; null when none must. */
    @Nullable
    String name() {
        return switch (said) {
            case NodeMessage.Measured measured -> measured.source().name();
            case NodeMessage.Reported reported -> reported.uid();
            case NodeMessage.Hello hello -> hello.uid();
            case NodeMessage.Described described -> described.uid();
            case NodeMessage.Presence presence -> presence.uid();
            case Answered.Switch answered -> answered.location();
            case Answered.Command answered -> answered.uid();
            case Answered _,
                    NodeMessage.Logged _,
                    NodeMessage.Distress _,
                    NodeMessage.Co2Event _,
                    NodeMessage.Translated _,
                    NodeMessage.LastWill _,
                    NodeMessage.Overheard _,
                    NodeMessage.Ignored _,
                    NodeMessage.Unreadable _ -> null;
        };
    }
}
