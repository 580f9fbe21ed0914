package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.bmac.node.Channel;
import org.bmac.node.Coding;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** One channel of a simulated BMaC 5 node: what it last said, when it speaks again, and what its output does. */
final class Bmac5Channel {
    /** How long a command counts, before the node's own thermostat or timer may move the output again. */
    private static final Duration HELD = Duration.ofHours(2);

    /** How often a sensor that speaks on change is looked at. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Channel channel;
    private final Coding coding;
    private double output;
    private Instant heldUntil = Instant.MIN;
    private boolean onChange;
    private @Nullable Beat beat;
    private @Nullable Bytes said;

    Bmac5Channel(Channel channel) {
        this.channel = channel;
        Coding found = Coding.of(channel.kind());
        if (found == null) {
            throw new IllegalArgumentException("BMaC 5 has no " + channel.kind().label());
        }
        this.coding = found;
    }

    Channel channel() {
        return channel;
    }

    Coding coding() {
        return coding;
    }

    double output() {
        return output;
    }

    void boot(Instant now, double firstBeat) {
        said = null;
        heldUntil = Instant.MIN;
        every(channel.period(), now, firstBeat);
    }

    void every(Duration period, Instant now, double firstBeat) {
        onChange = period.isZero();
        beat = new Beat(onChange ? LOOK : period, now, onChange ? 0 : firstBeat);
    }

    /** Whether it is time to look at the value; outputs are always looked at, because that costs nothing. */
    boolean looks(Instant now) {
        return (onChange && channel.commandable()) || (beat != null && beat.due(now));
    }

    /** Whether what it sees is worth a word: always in its period, else when it has changed. */
    boolean speaks(Bytes value) {
        return !onChange || (channel.reporting() && !Objects.equals(value, said));
    }

    void said(Bytes value) {
        said = value;
    }

    /** Moves by command, and stays so for a while. */
    void command(double number, Instant now) {
        output = number;
        heldUntil = now.plus(HELD);
    }

    /** Moves by itself, unless a command still counts. */
    void suggest(double number, Instant now) {
        if (!now.isBefore(heldUntil)) {
            output = number;
        }
    }
}
