package org.bmac.node;

/** Why a message is none of ours. */
public enum Why {
    NOT_OURS("on a topic that no dialect knows"),
    BETWEEN_SERVERS("between the original client and server"),
    KEPT_ANSWER("an answer that the broker had kept: it answers nothing that was asked now"),
    KEPT_WILL("a will that the broker had kept: nobody knows whose and since when"),
    KEPT_EVENT("an event or a question that the broker had kept: it is over"),
    REPEATED("says again what another topic says");

    private final String words;

    Why(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
