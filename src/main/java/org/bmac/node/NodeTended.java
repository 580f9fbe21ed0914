package org.bmac.node;

import java.util.List;
import java.util.stream.Collectors;
import org.bmac.access.Actor;
import org.bmac.broker.Outgoing;

/**
 * Somebody looks after a node: changes how it is configured, or sends it something. Published as an application event before
 * anything is sent: whoever throws prevents it.
 *
 * @param origin the display or browser
 * @param node the location of the node; empty when all are meant
 * @param words what it is, a sentence
 * @param messages what goes out, in order
 */
public record NodeTended(Actor by, String origin, String node, String words, List<Outgoing> messages) {
    public NodeTended {
        messages = List.copyOf(messages);
    }

    /** Topic and payload in hex of each message. */
    public String sent() {
        return messages.stream()
                .map(message -> message.topic() + " " + message.payload().toHex())
                .map(String::strip)
                .collect(Collectors.joining("; "));
    }
}
