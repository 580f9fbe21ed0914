package org.bmac.node;

import java.time.Duration;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.point.Bytes;

/** What a node is asked or told. The constructors refuse what a node must not be sent. */
public sealed interface Request
        permits Broadcast,
                Maintenance,
                PwmRequest,
                IoRequest,
                SwitchRequest,
                PlantRequest,
                CoffeeRequest,
                Bmac5Request,
                ForeignRequest {

    /** The topic on which the node of this name (its UID or its location, as the topic wants) listens for it. */
    String topic(String name);

    /** The bytes as they go out. */
    Bytes payload();

    /** To a node, as the original servers send: QoS 0, not retained. */
    default Outgoing to(String name) {
        return Outgoing.plain(topic(name), payload());
    }

    /** To a node at QoS 1, not retained, forgotten by the broker when it could not be delivered for that long. */
    default Outgoing to(String name, Duration patience) {
        return new Outgoing(topic(name), payload(), 1, false, Properties5.expiring(patience));
    }
}
