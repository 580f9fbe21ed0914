package org.bmac.node;

import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** What the firmware's switch module answers. */
public sealed interface SwitchAnswer {

    /** The coil was pulsed; whether the contact followed, the node has not looked. */
    record Done(SwitchRequest request) implements SwitchAnswer {}

    /** Refused; for {@link SwitchRequest#READ} also: neither contact is closed. */
    record Refused(SwitchRequest request) implements SwitchAnswer {}

    /** Where the contact is: position 2 heats, position 1 cools. */
    record Position(boolean heating) implements SwitchAnswer {}

    /** The bytes that a node sends behind its place. */
    default Bytes data() {
        return switch (this) {
            case Done(SwitchRequest request) -> Bytes.of(request.command(), 1);
            case Refused(SwitchRequest request) -> Bytes.of(request.command(), 0);
            case Position(boolean heating) -> Bytes.of(SwitchRequest.READ.command(), 1, heating ? 1 : 0);
        };
    }

    /** What the bytes from there on mean; null when no node says that. */
    static @Nullable SwitchAnswer read(Bytes bytes, int from) {
        int length = bytes.length() - from;
        SwitchRequest request = length < 2 ? null : SwitchRequest.of(bytes.at(from));
        if (request == null || bytes.at(from + 1) > 1) {
            return null;
        }
        if (bytes.at(from + 1) == 0) {
            return length == 2 ? new Refused(request) : null;
        }
        if (request == SwitchRequest.READ) {
            return length == 3 && bytes.at(from + 2) <= 1 ? new Position(bytes.at(from + 2) == 1) : null;
        }
        return length == 2 ? new Done(request) : null;
    }
}
