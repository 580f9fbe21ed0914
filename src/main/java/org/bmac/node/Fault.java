package org.bmac.node;

/** What is wrong with a message that cannot be read. */
public enum Fault {
    NO_SEPARATOR("no ; behind the place or UID"),
    BAD_PLACE("not a place"),
    BAD_UID("not a UID"),
    BAD_NUMBER("not a number"),
    WRONG_LENGTH("too short or too long"),
    UNKNOWN_COMMAND("unknown command"),
    UNKNOWN_RESULT("unknown result"),
    UNKNOWN_KIND("unknown kind"),
    BAD_CHANNEL("not a channel"),
    UNKNOWN_CHANNEL("a channel that the node has not announced"),
    BAD_TIME("not a time"),
    BAD_LEVEL("unknown level");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
