package org.bmac.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a batch, in halves where it is refused, until what cannot be taken is alone. Where none at all is taken it is held: then
 * it is not the lines.
 */
final class InfluxDelivery {
    private static final int HOPELESS = 40;

    private final InfluxDoor door;
    private final List<String> early = new ArrayList<>();
    private boolean taken;
    private int refused;
    private int attempts;
    private String reason = "";

    /** How it ended. */
    sealed interface Ending {}

    /** All are there but so many that were refused, for this reason. */
    record Done(int refused, String reason) implements Ending {}

    /** All have to be brought again. */
    record Held(String reason, Duration after) implements Ending {}

    InfluxDelivery(InfluxDoor door) {
        this.door = door;
    }

    Ending deliver(List<String> lines) throws InterruptedException {
        if (lines.isEmpty()) {
            return new Done(0, "");
        }
        InfluxAnswer.Later later = bring(lines);
        if (later != null) {
            return new Held(later.reason(), later.after());
        }
        if (!taken) {
            return new Held(reason, Duration.ZERO);
        }
        return again(early);
    }

    /** What was refused before anything was taken may have met a server that refused everything. */
    private Ending again(List<String> lines) throws InterruptedException {
        refused -= lines.size();
        for (String line : List.copyOf(lines)) {
            InfluxAnswer.Later later = bring(List.of(line));
            if (later != null) {
                return new Held(later.reason(), later.after());
            }
        }
        return new Done(refused, reason);
    }

    private InfluxAnswer.@Nullable Later bring(List<String> lines) throws InterruptedException {
        if (!taken && attempts >= HOPELESS) {
            return new InfluxAnswer.Later(reason, Duration.ZERO);
        }
        attempts++;
        return switch (door.bring(lines)) {
            case InfluxAnswer.Taken() -> {
                taken = true;
                yield null;
            }
            case InfluxAnswer.Later later -> later;
            case InfluxAnswer.Refused(String why) -> {
                reason = why;
                yield halves(lines);
            }
        };
    }

    private InfluxAnswer.@Nullable Later halves(List<String> lines) throws InterruptedException {
        if (lines.size() == 1) {
            refused++;
            if (!taken) {
                early.addAll(lines);
            }
            return null;
        }
        int middle = lines.size() / 2;
        InfluxAnswer.Later later = bring(lines.subList(0, middle));
        return later != null ? later : bring(lines.subList(middle, lines.size()));
    }
}
