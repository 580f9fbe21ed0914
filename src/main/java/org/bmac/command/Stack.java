package org.bmac.command;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is held for an output at each priority; the strongest that is occupied rules. Immutable.
 *
 * @param slots from the strongest to the weakest
 * @param otherwise what it is to do when nothing is held; null to leave it as it is
 */
public record Stack(Map<Priority, Slot> slots, @Nullable Value otherwise) {
    static final Stack EMPTY = new Stack(Map.of(), null);

    public Stack {
        EnumMap<Priority, Slot> ordered = new EnumMap<>(Priority.class);
        ordered.putAll(slots);
        slots = Collections.unmodifiableMap(ordered);
    }

    /** The strongest priority at which something is held; empty when nothing is. */
    public Optional<Priority> ruling() {
        return slots.keySet().stream().findFirst();
    }

    /** What is held at this priority. */
    public Optional<Slot> at(Priority priority) {
        return Optional.ofNullable(slots.get(priority));
    }

    /** The value that rules; empty when nothing is held and nothing is to be done otherwise. */
    public Optional<Value> value() {
        return ruling().flatMap(this::at).map(Slot::value).or(() -> Optional.ofNullable(otherwise));
    }

    Stack with(Priority priority, @Nullable Slot slot) {
        Map<Priority, Slot> changed = new EnumMap<>(Priority.class);
        changed.putAll(slots);
        if (slot == null) {
            changed.remove(priority);
        } else {
            changed.put(priority, slot);
        }
        return new Stack(changed, otherwise);
    }

    Stack otherwise(@Nullable Value value) {
        return new Stack(slots, value);
    }
}
