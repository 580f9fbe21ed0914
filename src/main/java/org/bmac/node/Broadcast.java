package org.bmac.node;

import org.bmac.point.Bytes;

/** What all firmware nodes hear, though some of it is meant for one. The name to send it to does not matter. */
public sealed interface Broadcast extends Request {

    /** Every node answers that it is there. */
    record Tell() implements Broadcast {}

    /** Every node answers with a pong. */
    record Ping() implements Broadcast {}

    /** The node with this UID restarts. */
    record Restart(String uid) implements Broadcast {}

    /** Every node restarts. */
    record RestartAll() implements Broadcast {}

    /** The node with this UID fetches its firmware and restarts with it. */
    record Upgrade(String uid) implements Broadcast {}

    @Override
    default String topic(String name) {
        return switch (this) {
            case Tell() -> "presence/tell";
            case Ping() -> "presence/ping";
            case Restart(String _) -> "presence/restart";
            case RestartAll() -> "presence/restart/all";
            case Upgrade(String _) -> "upgrade";
        };
    }

    /** The UID of the one that is meant; what goes to all carries something, but nobody looks at it. */
    @Override
    default Bytes payload() {
        return switch (this) {
            case Restart(String uid) -> Bytes.of(uid);
            case Upgrade(String uid) -> Bytes.of(uid);
            case Tell(), Ping(), RestartAll() -> Bytes.of("x");
        };
    }
}
