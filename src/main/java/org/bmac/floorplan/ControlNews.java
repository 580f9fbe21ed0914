package org.bmac.floorplan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bmac.command.Command;
import org.bmac.command.Stage;
import org.bmac.command.Ticket;
import org.bmac.point.PointId;

/**
 * What one screen has not been told yet of control. Bounded: of an output only that it has changed, of ends the last few
 * hundred. Safe on every thread.
 */
final class ControlNews {
    private static final int MOST_ENDS = 500;

    /** What is to be told, each in JSON but the outputs. */
    record Batch(List<PointId> points, List<String> ends, List<String> tickets) {}

    private final Predicate<PointId> visible;
    private final Set<PointId> points = new LinkedHashSet<>();
    private final Deque<String> ends = new ArrayDeque<>();
    private final Map<Long, String> tickets = new LinkedHashMap<>();
    private volatile boolean any;

    ControlNews(Predicate<PointId> visible) {
        this.visible = visible;
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

    void changed(Ticket ticket) {
        if (sees(ticket)) {
            synchronized (this) {
                tickets.put(ticket.number(), ControlJson.ticket(ticket));
                any = true;
            }
        }
    }

    /** Only those may know of a confirmation who may see all that it is about. */
    boolean sees(Ticket ticket) {
        return ticket.wishes().keySet().stream().allMatch(visible);
    }

    /** Takes all there is. */
    synchronized Batch take() {
        Batch batch = new Batch(List.copyOf(points), List.copyOf(ends), List.copyOf(tickets.values()));
        points.clear();
        ends.clear();
        tickets.clear();
        any = false;
        return batch;
    }
}
