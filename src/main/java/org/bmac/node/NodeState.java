package org.bmac.node;

/** How a node is, as far as one can hear. */
public enum NodeState {
    ONLINE("Online"),
    /** It has missed three of its usual moments. */
    SILENT("Silent"),
    /** Its last will says so, or it has missed ten. */
    OFFLINE("Offline"),
    /** It has said nothing since the program started. */
    UNHEARD("Not heard"),
    /** Nobody listens to it. */
    BLOCKED("Blocked");

    private final String label;

    NodeState(String label) {
        this.label = label;
    }

    /** For people, in English. */
    public String label() {
        return label;
    }
}
