package org.bmac.point;

/** The program cannot start, and a person can mend it; the message is the one sentence that says how. */
public class Unstartable extends RuntimeException {
    public Unstartable(String sentence) {
        super(sentence);
    }
}
