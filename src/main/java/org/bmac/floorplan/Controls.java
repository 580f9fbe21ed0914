package org.bmac.floorplan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.command.Command;
import org.bmac.command.Commands;
import org.bmac.command.Request;
import org.bmac.command.Requests;
import org.bmac.command.Stack;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What is asked of outputs and held for them: written once for each change, shared by all screens. Safe on every thread,
 * and holds no lock while it asks.
 */
@Component
class Controls {
    private record Written(long change, String json) {}

    private final Supplier<List<PointId>> outputs;
    private final Function<PointId, @Nullable Command> underWay;
    private final Function<PointId, Stack> stack;
    private final Supplier<List<Request>> requests;
    private final Map<PointId, Long> changes = new ConcurrentHashMap<>();
    private final Map<PointId, Written> written = new ConcurrentHashMap<>();

    @Autowired
    Controls(Buildings buildings, Commands commands, Requests requests) {
        this(
                () -> buildings.current().points().stream()
                        .filter(Point::commandable)
                        .map(Point::id)
                        .toList(),
                point -> commands.underWay(point).orElse(null),
                commands::stack,
                requests::all);
    }

    Controls(
            Supplier<List<PointId>> outputs,
            Function<PointId, @Nullable Command> underWay,
            Function<PointId, Stack> stack,
            Supplier<List<Request>> requests) {
        this.outputs = outputs;
        this.underWay = underWay;
        this.stack = stack;
        this.requests = requests;
    }

    /** The outputs of which something is asked, or for which something is held. */
    List<PointId> busy() {
        return outputs.get().stream().filter(this::isBusy).toList();
    }

    /** What waits for a second person, and was answered a short while ago. */
    List<Request> requests() {
        return requests.get();
    }

    /** What is so for this output has changed. */
    void changed(PointId point) {
        changes.merge(point, 1L, Long::sum);
    }

    /** What is so for this output, in JSON; no older than the last {@link #changed}. */
    String of(PointId point) {
        long change = changes.getOrDefault(point, 0L);
        Written before = written.get(point);
        if (before != null && before.change() == change) {
            return before.json();
        }
        String json = ControlJson.control(point, underWay.apply(point), stack.apply(point));
        written.put(point, new Written(change, json));
        return json;
    }

    private boolean isBusy(PointId point) {
        return underWay.apply(point) != null || !stack.apply(point).slots().isEmpty();
    }
}
