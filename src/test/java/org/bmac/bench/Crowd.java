package org.bmac.bench;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.point.Bytes;

/** Firmware nodes that answer a ping and say nothing else, each with a connection of its own, as the firmware connects. */
final class Crowd implements AutoCloseable {
    private static final int AT_ONCE = 100;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

    private final List<NodeConnection> nodes = new ArrayList<>();

    private Crowd() {}

    /** Connects one for each UID, some at a time, and waits until all have subscribed. */
    static Crowd of(List<String> uids, URI broker) {
        Crowd crowd = new Crowd();
        for (int i = 0; i < uids.size(); i++) {
            crowd.connect(uids.get(i), broker);
            if (i >= AT_ONCE) {
                await(crowd.nodes.get(i - AT_ONCE));
            }
        }
        crowd.nodes.forEach(Crowd::await);
        return crowd;
    }

    private void connect(String uid, URI broker) {
        NodeConnection[] node = new NodeConnection[1];
        Outgoing pong = Outgoing.plain("presence/pong", Bytes.of(uid));
        node[0] = NodeConnection.open(
                new NodeConnection.Options(broker, uid, false, true, KEEP_ALIVE, null, Duration.ZERO),
                _ -> {
                    var _ = node[0].publish(pong);
                },
                Clock.systemUTC());
        var _ = node[0].subscribe("presence/ping", 0);
        nodes.add(node[0]);
    }

    int size() {
        return nodes.size();
    }

    private static void await(NodeConnection node) {
        while (!node.connected()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @Override
    public void close() {
        nodes.forEach(NodeConnection::close);
    }
}
