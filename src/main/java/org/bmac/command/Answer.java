package org.bmac.command;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What became of a {@link Request}.
 *
 * @param by who gave it; empty when nobody did
 * @param words why, in one sentence for people; empty where the verdict says it
 * @param commands what was carried out, as far as each has come
 */
public record Answer(Verdict verdict, String by, String words, Instant at, List<Command> commands) {

    /** Which. */
    public enum Verdict {
        /** A second person agreed. */
        AGREED,
        /** A second person did not want it. */
        DECLINED,
        /** The asker does not want it any more. */
        WITHDRAWN,
        /** Nobody answered in time. */
        EXPIRED,
        /** It could not be done any more. */
        DROPPED;

        /** The stable word for programs and, in English, for people. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Answer {
        commands = List.copyOf(commands);
    }

    Answer with(List<Command> others) {
        return new Answer(verdict, by, words, at, others);
    }

    Answer saying(Verdict other, String sentence) {
        return new Answer(other, by, sentence, at, commands);
    }
}
