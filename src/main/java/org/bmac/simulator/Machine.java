package org.bmac.simulator;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.bmac.broker.Message;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;

/** The program in a node. It knows no clock and no network: what it is told is all that happens. For one thread. */
sealed interface Machine extends Outputs permits FirmwareMachine, Bmac5Machine {

    /** How it connects to a broker. */
    NodeConnection.Options options(URI broker);

    /** Power comes on: what is not kept over a restart is gone. */
    void boot(Instant now);

    /** The broker is there, for the first time or again. */
    void connected(Instant now);

    /** A message came. */
    void hear(Message message, Instant now);

    /** It has fetched its firmware; nothing where there was none. */
    void fetched(Bytes image);

    /** What it says before it is switched off on purpose. */
    List<Outgoing> farewell();

    /** Time has passed. */
    void tick(Instant now, boolean online);

    /** What an output really does. */
    @Override
    double output(Kind kind, int channel);

    /** From now on, this output does not move, whatever the node says. */
    void jam(Output output);

    /** All outputs move again. */
    void free();
}
