package org.bmac.broker;

import org.bmac.point.Unstartable;

/** The embedded broker cannot listen because another program has its port. The message is one sentence for people. */
public final class PortTaken extends Unstartable {
    private static final long serialVersionUID = 1L;

    /** The key of the configuration that sets the port. */
    public static final String KEY = "bmac.broker.embedded.port";

    private final int port;

    PortTaken(int port) {
        super("Port " + port + " for the embedded broker is taken by another program; choose another with"
                + " BMAC_BROKER_EMBEDDED_PORT, for example BMAC_BROKER_EMBEDDED_PORT=" + (port + 1)
                + ", or use that program as the broker with BMAC_BROKER_URLS=mqtt://127.0.0.1:" + port + ".");
        this.port = port;
    }

    /** The port that is taken. */
    public int port() {
        return port;
    }
}
