package org.bmac.node;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a node made of what it was told to be. */
sealed interface Sent {

    /** It says which modules run now. */
    record Runs(int mask) implements Sent {}

    /** It says that it could not. */
    record Failed(String text) implements Sent {}

    /** A BMaC 5 node says what it has, and how often which channel reports. */
    record Has(Map<Integer, Duration> periods) implements Sent {
        public Has {
            periods = Map.copyOf(periods);
        }

        private String compared(Map<Integer, Duration> wanted) {
            String others = new TreeMap<>(wanted)
                    .entrySet().stream()
                            .filter(entry -> !entry.getValue().equals(periods.get(entry.getKey())))
                            .map(this::difference)
                            .collect(Collectors.joining("; "));
            return others.isEmpty()
                    ? "Confirmed: it has " + periods.size() + (periods.size() == 1 ? " channel." : " channels.")
                    : "Not confirmed: " + others + ".";
        }

        private String difference(Map.Entry<Integer, Duration> wanted) {
            Duration real = periods.get(wanted.getKey());
            return "channel " + wanted.getKey()
                    + (real == null
                            ? " is not there any more"
                            : " reports every " + real.toSeconds() + " s, not every "
                                    + wanted.getValue().toSeconds() + " s");
        }
    }

    /** It said nothing for so long. */
    record Silent(Duration patience) implements Sent {}

    /** It could not be told. */
    record Unsent(String reason) implements Sent {}

    /**
     * In a sentence for people.
     *
     * @param mask the modules that it was told
     * @param periods how often it was told to report
     */
    default String words(int mask, Map<Integer, Duration> periods) {
        return switch (this) {
            case Runs(int running)
            when (running & 0xff_ffff) == (mask & 0xff_ffff) -> "Confirmed: it runs " + Troubles.words(running) + ".";
            case Runs(int running) ->
                "Not confirmed: it runs " + Troubles.words(running) + ", not " + Troubles.words(mask) + ".";
            case Failed(String text) ->
                "Not confirmed: it could not start its modules (" + text + "). What it had started before that, runs.";
            case Has has -> has.compared(periods);
            case Silent(Duration patience) ->
                "Not confirmed: no answer after " + patience.toSeconds() + " s. It is told again when it connects.";
            case Unsent(String reason) -> "Not sent: " + reason + ".";
        };
    }
}
