package org.bmac.editor;

import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers in what a page says. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private Numbers() {}

    /** Empty when it is none. */
    static Optional<Integer> of(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    static int need(String text) {
        return of(text).orElseThrow(() -> new IllegalArgumentException("There is no " + text + "."));
    }
}
