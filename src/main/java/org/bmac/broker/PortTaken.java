package org.bmac.broker;

/** The embedded broker cannot listen because another program has its port. The message is one sentence for people. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int port;
    private final String key;

    PortTaken(int port, String key, String variable) {
        super("Port " + port + " is taken; choose another with " + variable);
        this.port = port;
        this.key = key;
    }

    /** The port that is taken. */
    public int port() {
        return port;
    }

    /** The key of the configuration that sets the port. */
    public String key() {
        return key;
    }
}
