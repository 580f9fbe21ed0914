package org.bmac.node;

import java.nio.charset.StandardCharsets;
import org.bmac.point.Bytes;

/**
 * Reads the question of a node that looks for a service: {@code NYANSD}, the length of the rest (two bytes), 1 for a
 * question, a count, then for each {@code Q}, a protocol (0 any, 1 TCP, 2 UDP) and a part of the service's name with its
 * length in front. All numbers least significant byte first. Pure and total.
 */
final class NyanQuery {
    static final Bytes MAGIC = Bytes.of("NYANSD");
    static final int QUESTION = 1;
    private static final int BODY = 10;
    private static final int UDP = 2;

    private NyanQuery() {}

    /** Whether this is a question to which the TCP service of that name is an answer; no question at all asks for any. */
    static boolean asksFor(String service, Bytes packet) {
        if (!wellFormed(packet)) {
            return false;
        }
        int count = packet.at(BODY - 1);
        boolean wanted = count == 0;
        int at = BODY;
        for (int i = 0; i < count; i++) {
            if (at + 3 > packet.length() || packet.at(at) != 'Q' || at + 3 + packet.at(at + 2) > packet.length()) {
                return false;
            }
            int end = at + 3 + packet.at(at + 2);
            wanted |= packet.at(at + 1) < UDP && service.contains(packet.text(at + 3, end));
            at = end;
        }
        return wanted && at == packet.length();
    }

    private static boolean wellFormed(Bytes packet) {
        return packet.length() >= BODY
                && packet.slice(0, MAGIC.length()).equals(MAGIC)
                && Little.u16(packet, MAGIC.length()) == packet.length() - (BODY - 2)
                && packet.at(BODY - 2) == QUESTION;
    }

    /** The question for this service, as a node asks it. */
    static Bytes write(String service) {
        byte[] name = service.getBytes(StandardCharsets.UTF_8);
        return new NyanBytes()
                .add(MAGIC)
                .add(Little.bytes(name.length + 5L, 2))
                .add(Bytes.of(QUESTION, 1, 'Q', 0, name.length))
                .add(Bytes.wrap(name))
                .all();
    }
}
