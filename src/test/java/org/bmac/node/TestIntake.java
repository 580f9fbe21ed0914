package org.bmac.node;

import java.util.List;
import java.util.function.BiConsumer;
import org.bmac.broker.Broker;
import org.bmac.broker.Message;
import org.bmac.building.Buildings;
import org.bmac.point.ReadingListener;

/** The real intake outside an application context, for who brings the messages himself. */
public final class TestIntake {
    private TestIntake() {}

    /** Takes messages, with what to run as acknowledgement; it admits who is new on a thread of its own. */
    public static BiConsumer<Message, Runnable> of(
            Broker broker, Buildings buildings, List<ReadingListener> listeners) {
        Intake intake =
                new Intake(broker, buildings, listeners, List.of(), new LastSeen(), new Addresses(), new Gate());
        intake.open();
        return intake::on;
    }
}
