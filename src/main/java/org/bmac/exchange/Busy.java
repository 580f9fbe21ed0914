package org.bmac.exchange;

/** Too much is under way to begin this; its message is a sentence for people. */
public class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    Busy(String sentence) {
        super(sentence);
    }

    Busy(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
