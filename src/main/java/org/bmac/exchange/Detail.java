package org.bmac.exchange;

import java.time.Duration;
import java.util.Locale;
import org.bmac.history.History;

/** How finely somebody wants the past. */
public sealed interface Detail {
    /** Reading by reading, the bad ones too. */
    record Readings() implements Detail {}

    /** Summed up; stretches of which nothing is known are left out. */
    record Every(Step step) implements Detail {}

    /**
     * The whole time in so many stretches at most.
     *
     * @param buckets 1 to {@link History#MOST_BUCKETS}
     */
    record Into(int buckets) implements Detail {
        public Into {
            if (buckets < 1 || buckets > History.MOST_BUCKETS) {
                throw new IllegalArgumentException(
                        "buckets is " + buckets + "; allowed is 1 to " + History.MOST_BUCKETS + ".");
            }
        }
    }

    /** The lengths at which the history keeps summaries; on the clock of UTC. */
    enum Step {
        MINUTE(Duration.ofMinutes(1), "1 minute"),
        QUARTER(Duration.ofMinutes(15), "15 minutes"),
        HOUR(Duration.ofHours(1), "1 hour"),
        DAY(Duration.ofDays(1), "1 day");

        private final Duration length;
        private final String label;

        Step(Duration length, String label) {
            this.length = length;
            this.label = label;
        }

        /** How long each is. */
        public Duration length() {
            return length;
        }

        /** For people. */
        public String label() {
            return label;
        }

        /** The stable word for programs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In words for people. */
    default String words() {
        return switch (this) {
            case Readings() -> "single readings";
            case Every(Step step) -> "summaries of " + step.label();
            case Into(int buckets) -> "at most " + buckets + " summaries for each point";
        };
    }

    /** One word for the name of a file. */
    default String code() {
        return switch (this) {
            case Readings() -> "readings";
            case Every(Step step) -> step.code();
            case Into(int buckets) -> buckets + "-buckets";
        };
    }
}
