package org.bmac.node;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Which address of the broker an asker can reach. The nodes that ask know IPv4 and no TLS. A broker on loopback is named to
 * askers on the same machine only; to others there is nothing to say.
 */
final class Announced {
    private static final int DEFAULT_PORT = 1883;

    private Announced() {}

    /** The answer for an asker; empty when it cannot reach the broker. */
    static Optional<NyanAnswer> to(InetAddress asker, URI broker) {
        String host = broker.getHost();
        if (host == null || !"mqtt".equals(broker.getScheme())) {
            return Optional.empty();
        }
        return address(host, asker)
                .filter(address -> !address.isLoopbackAddress() || asker.isLoopbackAddress())
                .map(address -> new NyanAnswer(
                        address, host, broker.getPort() < 0 ? DEFAULT_PORT : broker.getPort(), Discovery.SERVICE));
    }

    /** The broker's address; of one that listens everywhere, our address that faces the asker. */
    private static Optional<Inet4Address> address(String host, InetAddress asker) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                InetAddress found = address.isAnyLocalAddress() ? facing(asker) : address;
                if (found instanceof Inet4Address usable) {
                    return Optional.of(usable);
                }
            }
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static InetAddress facing(InetAddress asker) throws UnknownHostException {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(asker, Discovery.USUAL_PORT); // sends nothing
            return probe.getLocalAddress();
        } catch (IOException e) {
            throw (UnknownHostException) new UnknownHostException(asker.toString()).initCause(e);
        }
    }
}
