package org.bmac.editor;

import java.util.List;

/** What somebody wants to save or publish does not fit what others have done meanwhile; says what, and nothing was changed. */
final class Clash extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> clashes;

    Clash(String sentence, List<String> clashes) {
        super(sentence);
        this.clashes = List.copyOf(clashes);
    }

    /** A sentence for each thing that both have changed; empty when it is about the draft as a whole. */
    List<String> clashes() {
        return clashes;
    }
}
