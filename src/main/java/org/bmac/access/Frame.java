package org.bmac.access;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A frame around some lines, so that they are not overlooked in a log. */
final class Frame {
    private static final int WIDTH = 72;

    private Frame() {}

    static String around(String... lines) {
        String edge = "=".repeat(WIDTH);
        return Stream.of(lines)
                .map(line -> "|  " + line)
                .collect(Collectors.joining("\n", "\n" + edge + "\n", "\n" + edge));
    }
}
