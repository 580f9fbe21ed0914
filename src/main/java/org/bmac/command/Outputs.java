package org.bmac.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is held for each output, what is under way to it, and the last commands. Its methods take its own monitor. */
@Component
class Outputs {
    private static final int REMEMBERED = 10_000;

    private final Map<PointId, Stack> stacks = new HashMap<>();
    private final Map<PointId, UnderWay> underWay = new HashMap<>();
    private final Map<CommandId, Command> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandId, Command> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long last;

    synchronized void recall(long highest, Map<PointId, Map<Priority, Slot>> held) {
        last = highest;
        held.forEach((point, slots) -> stacks.put(point, new Stack(slots, null)));
    }

    synchronized CommandId next() {
        return new CommandId(++last);
    }

    synchronized Stack stack(PointId point) {
        return stacks.getOrDefault(point, Stack.EMPTY);
    }

    synchronized void hold(PointId point, Stack stack) {
        stacks.put(point, stack);
    }

    synchronized Map<PointId, Stack> stacks() {
        return Map.copyOf(stacks);
    }

    synchronized @Nullable UnderWay underWay(PointId point) {
        return underWay.get(point);
    }

    synchronized List<UnderWay> allUnderWay() {
        return new ArrayList<>(underWay.values());
    }

    synchronized void begun(UnderWay each) {
        underWay.put(each.point().id(), each);
        remember(each.command());
    }

    synchronized void ended(UnderWay each) {
        underWay.remove(each.point().id(), each);
        remember(each.command());
    }

    synchronized void remember(Command command) {
        recent.put(command.id(), command);
    }

    synchronized Optional<Command> recent(CommandId id) {
        return Optional.ofNullable(recent.get(id));
    }
}
