package org.bmac.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the jar until {@code /health} says "up", with the demonstration: first start and later starts. */
final class StartUp {
    private static final PrintStream OUT = System.out;

    private StartUp() {}

    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        List<Double> first = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Path data = Program.emptyFolder();
            first.add(seconds(data));
            later.add(seconds(data));
        }
        OUT.println("start to ready, empty data folder: " + Figures.of(first).inWords("s"));
        OUT.println("start to ready, later starts:      " + Figures.of(later).inWords("s"));
    }

    private static double seconds(Path data) {
        try (Program program = Program.start(data, true)) {
            return program.untilReady.toMillis() / 1000.0;
        }
    }
}
