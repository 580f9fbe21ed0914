package org.bmac.floorplan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bmac.command.Command;
import org.bmac.command.Part;
import org.bmac.command.Request;
import org.bmac.command.Stage;
import org.bmac.point.PointId;

/**
 * What one screen has not been told yet of control. Bounded: of an output only that it has changed, of ends the last few
 * hundred. Safe on every thread.
 */
final class ControlNews {
    private static final int MOST_ENDS = 500;

    /** What is to be told, each in JSON but the outputs. */
    record Batch(List<PointId> points, List<String> ends, List<String> requests) {}

    private final Predicate<PointId> visible;
    private final Function<Request, Part> part;
    private final Set<PointId> points = new LinkedHashSet<>();
    private final Deque<String> ends = new ArrayDeque<>();
    private final Map<Long, String> requests = new LinkedHashMap<>();
    private volatile boolean any;

    ControlNews(Predicate<PointId> visible, Function<Request, Part> part) {
        this.visible = visible;
        this.part = part;
    }

    /** Whether there is something to tell. */
    boolean any() {
        return any;
    }

    void changed(PointId point) {
        if (visible.test(point)) {
            synchronized (this) {
                points.add(point);
                any = true;
            }
        }
    }

    void ended(Command command, Stage.Ended end) {
        if (visible.test(command.point())) {
            synchronized (this) {
                ends.add(ControlJson.end(command, end));
                if (ends.size() > MOST_ENDS) {
                    ends.remove();
                }
                any = true;
            }
        }
    }

    void changed(Request request) {
        Part mine = part.apply(request);
        if (mine != Part.NOBODY) {
            synchronized (this) {
                requests.put(request.number(), ControlJson.request(request, mine));
                any = true;
            }
        }
    }

    /** Nobody is told of it any more. */
    void forgotten(Request request) {
        if (part.apply(request) != Part.NOBODY) {
            synchronized (this) {
                requests.put(request.number(), ControlJson.request(request, Part.ONLOOKER));
                any = true;
            }
        }
    }

    /** Takes all there is. */
    synchronized Batch take() {
        Batch batch = new Batch(List.copyOf(points), List.copyOf(ends), List.copyOf(requests.values()));
        points.clear();
        ends.clear();
        requests.clear();
        any = false;
        return batch;
    }
}
