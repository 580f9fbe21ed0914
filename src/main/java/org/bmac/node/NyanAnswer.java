package org.bmac.node;

import java.net.Inet4Address;
import org.bmac.point.Bytes;

/**
 * The answer to a {@link NyanQuery}: the same head with 2 for an answer, a count, then {@code S}, the IPv4 address in the
 * order in which it is read, the length of an IPv6 address (none), the length (two bytes) and text of a host name, the port,
 * 1 for TCP, the length (two bytes) and text of the service's name.
 *
 * @param host for people
 */
record NyanAnswer(Inet4Address address, String host, int port, String service) {
    private static final int ANSWER = 2;
    private static final int TCP = 1;

    Bytes bytes() {
        Bytes body = new NyanBytes()
                .add(Bytes.of(ANSWER, 1, 'S'))
                .add(Bytes.wrap(address.getAddress()))
                .add(Bytes.of(0))
                .add(text(host))
                .add(Little.bytes(port, 2))
                .add(Bytes.of(TCP))
                .add(text(service))
                .all();
        return new NyanBytes()
                .add(NyanQuery.MAGIC)
                .add(Little.bytes(body.length(), 2))
                .add(body)
                .all();
    }

    private static Bytes text(String text) {
        Bytes bytes = Bytes.of(text);
        return new NyanBytes().add(Little.bytes(bytes.length(), 2)).add(bytes).all();
    }
}
