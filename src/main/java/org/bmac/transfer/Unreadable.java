package org.bmac.transfer;

/** A file that as a whole cannot be taken; the message is a sentence for people, with the place where there is one. */
public class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What is wrong with it. */
    public enum Why {
        /** It breaks off, is empty, is something else, or has too much of something. */
        DAMAGED,
        /** It has more bytes than {@link Transfers#MOST_BYTES}. */
        TOO_LARGE,
        /** A newer program wrote it. */
        NEWER
    }

    Unreadable(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    Unreadable(String sentence, Throwable cause) {
        super(sentence, cause);
        this.why = Why.DAMAGED;
    }

    /** What is wrong with it. */
    public Why why() {
        return why;
    }
}
