package org.bmac.node;

import java.util.List;
import java.util.stream.Collectors;
import org.bmac.point.Bytes;

/** The payloads that went to a node and came back, in order; opaque to other rooms, and kept for the audit. */
public record Transcript(List<Bytes> sent, List<Bytes> received) {
    /** Nothing went, nothing came. */
    public static final Transcript NONE = new Transcript(List.of(), List.of());

    public Transcript {
        sent = List.copyOf(sent);
        received = List.copyOf(received);
    }

    /** Payloads in hex, with a blank between two. */
    public static String hex(List<Bytes> payloads) {
        return payloads.stream().map(Bytes::toHex).collect(Collectors.joining(" "));
    }
}
