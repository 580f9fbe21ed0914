package org.bmac.editor;

/** A plan cannot be taken, for a reason that a person understands. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String sentence) {
        super(sentence);
    }
}
