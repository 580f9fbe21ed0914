package org.bmac.node;

import java.time.Duration;

/** What a {@link Conversation} does next. */
sealed interface Step {
    /**
     * Send this and listen.
     *
     * @param moves whether it can move an output
     * @param atMost how long to listen before {@link Conversation#silence}
     */
    record Ask(Request request, boolean moves, Duration atMost) implements Step {}

    /** Say nothing for so long, then {@link Conversation#silence}. */
    record Pause(Duration time) implements Step {}

    /** That was not meant for us, or there is nothing more to do: go on listening. */
    record Listen() implements Step {}

    /** It has ended so. */
    record End(Verdict verdict) implements Step {}

    static Step refused(String reason) {
        return new End(new Verdict.Refused(reason));
    }
}
