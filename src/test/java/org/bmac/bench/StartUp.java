package org.bmac.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * From the start until {@code /health} says "up", with the demonstration, and the processor time that it took: as
 * {@code ./bmac run} starts it and as {@code java -jar} does, on an empty data folder and on one that is there.
 */
final class StartUp {
    private static final PrintStream OUT = System.out;

    private StartUp() {}

    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Series launched = new Series("./bmac run", Program.LAUNCHED);
        Series plain = new Series("java -jar target/bmac.jar", Program.PLAIN);
        for (int i = 0; i < runs; i++) {
            launched.round();
            plain.round();
        }
        launched.print();
        plain.print();
    }

    private record Start(Duration wall, Duration processor) {}

    /** The starts in one way. The ways take turns, so that what else the machine does falls on both. */
    private static final class Series {
        private final String name;
        private final List<String> how;
        private final List<Start> first = new ArrayList<>();
        private final List<Start> later = new ArrayList<>();

        Series(String name, List<String> how) {
            this.name = name;
            this.how = how;
        }

        void round() {
            Path data = Program.emptyFolder();
            first.add(start(data));
            later.add(start(data));
        }

        void print() {
            print("empty data folder", first);
            print("later starts", later);
        }

        private Start start(Path data) {
            try (Program program = Program.start(how, data, true)) {
                return new Start(program.untilReady, program.processorTime());
            }
        }

        private void print(String when, List<Start> starts) {
            OUT.println(name + ", " + when + ", to ready: "
                    + Figures.of(starts.stream()
                                    .map(start -> start.wall().toMillis() / 1000.0)
                                    .toList())
                            .inWords("s"));
            OUT.println(name + ", " + when + ", processor time: "
                    + Figures.of(starts.stream()
                                    .map(start -> start.processor().toMillis() / 1000.0)
                                    .toList())
                            .inWords("s"));
        }
    }
}
