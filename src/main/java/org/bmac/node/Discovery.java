package org.bmac.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Optional;
import org.bmac.broker.BrokerAddress;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Answers nodes that look for the broker by NyanSD, as the newest of the original firmware does when it connects to the
 * network. The answer leaves from the port on which it was asked, because nodes take no other.
 */
@Component
@EnableConfigurationProperties(DiscoverySettings.class)
class Discovery {
    /** On which nodes ask. */
    static final int USUAL_PORT = 11_310;

    /** What they ask for. */
    static final String SERVICE = "mqtt";

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final int LONGEST_QUERY = 2_048;

    private final DiscoverySettings settings;
    private final BrokerAddress broker;
    private @Nullable DatagramSocket socket;

    Discovery(DiscoverySettings settings, BrokerAddress broker) {
        this.settings = settings;
        this.broker = broker;
    }

    @PostConstruct
    void open() {
        if (!settings.enabled()) {
            return;
        }
        try {
            DatagramSocket opened = new DatagramSocket(new InetSocketAddress(settings.port()));
            socket = opened;
            Thread.ofVirtual().name("discovery").start(() -> answer(opened));
        } catch (SocketException e) {
            LOG.warn(
                    "Nodes that look for the broker will not be answered: UDP port {} cannot be used ({}). Choose another"
                            + " with bmac.discovery.port or switch it off with bmac.discovery.enabled=false.",
                    settings.port(),
                    e.getMessage());
        }
    }

    @PreDestroy
    void close() {
        if (socket != null) {
            socket.close();
        }
    }

    private void answer(DatagramSocket socket) {
        byte[] buffer = new byte[LONGEST_QUERY];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                Optional<Bytes> answer = answerTo(packet);
                if (answer.isPresent()) {
                    byte[] bytes = answer.get().toArray();
                    socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.info("A node that looks for the broker was not answered: {}", e.getMessage());
                }
            }
        }
    }

    private Optional<Bytes> answerTo(DatagramPacket packet) {
        Bytes query = Bytes.wrap(Arrays.copyOf(packet.getData(), packet.getLength()));
        return NyanQuery.asksFor(SERVICE, query)
                ? Announced.to(packet.getAddress(), broker.nodes()).map(NyanAnswer::bytes)
                : Optional.empty();
    }
}
