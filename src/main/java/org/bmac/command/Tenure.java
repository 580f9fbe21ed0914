package org.bmac.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * Somebody held a value for an output.
 *
 * @param actor whose it was, for people
 * @param to when it was let go of, replaced or over; null while it is held for good
 */
public record Tenure(
        Value value,
        String actor,
        Priority priority,
        String reason,
        Instant from,
        @Nullable Instant to) {

    /** "60 % held by anna: the room is cold". */
    public String inWords() {
        return value.inWords() + " held by " + actor + (reason.isEmpty() ? "" : ": " + reason);
    }

    boolean isAfter(Instant moment) {
        return to == null || to.isAfter(moment);
    }

    /** What followed from these, which were asked of one output, oldest first. */
    static List<Tenure> of(List<Command> asked) {
        List<Tenure> all = new ArrayList<>();
        Map<Priority, Integer> held = new EnumMap<>(Priority.class);
        for (Command command : asked) {
            if (!command.counts()) {
                continue;
            }
            Optional.ofNullable(held.remove(command.priority()))
                    .ifPresent(index -> all.set(index, all.get(index).until(command.at())));
            Value wanted = command.wanted();
            if (command.purpose() == Purpose.SET && wanted != null) {
                held.put(command.priority(), all.size());
                all.add(begun(command, wanted));
            }
        }
        return all;
    }

    private static Tenure begun(Command command, Value wanted) {
        Instant end = command.lasting() == null ? null : command.at().plus(command.lasting());
        return new Tenure(wanted, command.by().name(), command.priority(), command.reason(), command.at(), end);
    }

    private Tenure until(Instant moment) {
        return isAfter(moment) ? new Tenure(value, actor, priority, reason, from, moment) : this;
    }
}
