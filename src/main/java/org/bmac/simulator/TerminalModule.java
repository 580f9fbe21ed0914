package org.bmac.simulator;

import java.time.Instant;
import java.util.Locale;
import org.bmac.node.Answered;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;

/** A line to a coffee machine, which answers in its own language. */
final class TerminalModule extends FirmwareModule {
    private static final String ERASE = "AN:0A";
    private static final String MEMORY = "RT:0000";
    private static final int WORDS = 16;

    TerminalModule(FirmwareMachine node) {
        super(node);
    }

    @Override
    String topic() {
        return "coffee/command/" + address;
    }

    @Override
    void hear(Bytes command, Instant now) {
        String line = command.text();
        if (!line.equals(ERASE)) {
            node.say(new Answered.Coffee(node.location(), answer(line)));
        }
    }

    private String answer(String line) {
        if (line.equals(MEMORY)) {
            return "rt:" + memory();
        }
        return line.equals("TY:") ? "ty:E1000MASK3" : "ok:";
    }

    /** Sixteen words of two bytes; the counters are the first four. */
    private String memory() {
        String counters = counter(Kind.ESPRESSO)
                + counter(Kind.DOUBLE_ESPRESSO)
                + counter(Kind.COFFEE)
                + counter(Kind.DOUBLE_COFFEE);
        return counters + "0000".repeat(WORDS - 4);
    }

    private String counter(Kind kind) {
        double cups = node.senses().feel(kind, 0);
        return String.format(Locale.ROOT, "%04X", (Double.isNaN(cups) ? 0 : (long) cups) & 0xffff);
    }
}
