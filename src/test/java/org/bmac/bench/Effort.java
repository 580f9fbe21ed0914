package org.bmac.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** How much of the machine's cores each part took: the program, the browser and its driver, and who publishes. */
record Effort(long nanos, Duration server, Duration browser, Duration publisher) {
    static Effort now(Program program) {
        Duration server = used(Stream.of(program.handle()));
        Duration children = used(ProcessHandle.current().descendants());
        return new Effort(System.nanoTime(), server, children.minus(server), used(Stream.of(ProcessHandle.current())));
    }

    Effort since(Effort before) {
        return new Effort(
                nanos - before.nanos,
                server.minus(before.server),
                browser.minus(before.browser),
                publisher.minus(before.publisher));
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "of one core: server %.0f %%, browser %.0f %%, publisher %.0f %%",
                percent(server),
                percent(browser),
                percent(publisher));
    }

    private double percent(Duration used) {
        return 100.0 * used.toNanos() / nanos;
    }

    private static Duration used(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
