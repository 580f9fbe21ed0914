package org.bmac.certificate;

/** For what a certificate is. */
public enum Purpose {
    /** Of a node; its common name is the node's UID. */
    NODE("Node"),
    /** Of a server: the broker, a proxy, this web interface; it has the names and addresses by which clients reach it. */
    SERVER("Server");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
