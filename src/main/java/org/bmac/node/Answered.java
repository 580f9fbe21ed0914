package org.bmac.node;

import java.util.Optional;
import java.util.Set;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** A node answered something that it was asked or told. */
public sealed interface Answered extends NodeMessage {

    /**
     * The answer to some {@link PwmRequest}. The wire does not say to which, so one answer can mean several things.
     *
     * @param data what stands behind the place
     */
    record Pwm(String location, Bytes data) implements Answered {
        /** Everything that it can mean; empty when no node says that. */
        public Set<PwmAnswer> possible() {
            return PwmAnswer.possible(data);
        }

        /** What it means when it answers this request; empty when it cannot be the answer to it. */
        public Optional<PwmAnswer> to(PwmRequest request) {
            return PwmAnswer.to(request, data);
        }
    }

    /** What a {@link Pwm} answer means, once it is known which request it answers; nodes never say it. */
    record Meant(String location, PwmAnswer answer) implements Answered {}

    /**
     * The answer to an {@link IoRequest}.
     *
     * @param address the name on which the node listens for commands; its UID when its modules were started before it was
     *     given its location, and until it restarts
     * @param location what it calls itself by now
     */
    record Io(String address, String location, IoAnswer answer) implements Answered {}

    /** The answer to a {@link SwitchRequest}; address and location as in {@link Io}. */
    record Switch(String address, String location, SwitchAnswer answer) implements Answered {}

    /** The moisture from which on a plant is watered, in raw units; address and location as in {@link Io}. */
    record Trigger(String address, String location, int raw) implements Answered {}

    /** A line that a coffee machine answered, without its line end. */
    record Coffee(String location, String line) implements Answered {}

    /** The modules that are active now, as bits of {@link Module#bit()}. */
    record Modules(String uid, int mask) implements Answered {}

    /** The firmware's version. */
    record Version(String uid, String version) implements Answered {}

    /**
     * BMaC 5: how a command ended.
     *
     * @param value what the output has now, coded by the channel's kind; empty where there is none
     * @param correlation as the command carried it; null when the node left it out
     */
    record Command(
            String uid,
            int channel,
            Result result,
            Bytes value,
            @Nullable Bytes correlation) implements Answered {}
}
