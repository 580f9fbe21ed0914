package org.bmac.floorplan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.FloorId;
import org.bmac.building.Point;
import org.bmac.command.Command;
import org.bmac.command.PastCommands;
import org.bmac.history.Bucket;
import org.bmac.history.History;
import org.springframework.stereotype.Component;

/** What a floor's points were worth over a stretch of time, cut into equal steps. Any thread. */
@Component
class Past {
    /** More lines do not fit below a slider; of more, the newest. */
    private static final int MOST_TICKS = 300;

    private final History history;
    private final PastCommands commands;
    private final Buildings buildings;

    Past(History history, PastCommands commands, Buildings buildings) {
        this.history = history;
        this.commands = commands;
        this.buildings = buildings;
    }

    /**
     * What every point of the floor that the actor may see was worth at {@code from}, a step later, and so on to {@code to}, as
     * {@code {"from":ms,"to":ms,"step":ms,"points":[[id,[value,…]],…],"ticks":[[ms,words],…]}}; null where no value held.
     * The ticks are what was asked of outputs, in the order of time.
     *
     * @throws IllegalArgumentException with a sentence when the times are no stretch of time
     */
    String json(Actor by, FloorId floor, Instant from, Instant to, int steps) {
        double step = (double) (to.toEpochMilli() - from.toEpochMilli()) / steps;
        StringBuilder json = new StringBuilder("{\"from\":")
                .append(from.toEpochMilli())
                .append(",\"to\":")
                .append(to.toEpochMilli())
                .append(",\"step\":")
                .append(step)
                .append(",\"points\":[");
        Instant begin = Instant.ofEpochMilli(Math.max(0, from.toEpochMilli() - (long) Math.ceil(step)));
        String comma = "";
        for (Point point : on(floor)) {
            List<Bucket> buckets = history.window(by, point.id(), begin, to, steps + 1);
            if (!buckets.isEmpty()) {
                json.append(comma).append('[').append(point.id().number()).append(",[");
                values(json, buckets, from.toEpochMilli(), step, steps);
                json.append("]]");
                comma = ",";
            }
        }
        ticks(json.append("],\"ticks\":["), by, floor, from, to);
        return json.append("]}").toString();
    }

    private void ticks(StringBuilder json, Actor by, FloorId floor, Instant from, Instant to) {
        List<Command> asked = on(floor).stream()
                .filter(Point::commandable)
                .flatMap(output -> commands.asked(by, output.id(), from, to).stream())
                .filter(Command::counts)
                .sorted(Comparator.comparing(Command::at))
                .toList();
        Building building = buildings.current();
        String comma = "";
        for (Command command : asked.subList(Math.max(0, asked.size() - MOST_TICKS), asked.size())) {
            json.append(comma).append('[').append(command.at().toEpochMilli()).append(',');
            Json.text(json, building.wordsOf(command.point()) + ": " + command.inWords());
            json.append(']');
            comma = ",";
        }
    }

    private List<Point> on(FloorId floor) {
        return buildings.current().points().stream()
                .filter(point ->
                        point.placement() != null && point.placement().floor().equals(floor))
                .toList();
    }

    /** Buckets may be wider than steps, and begin elsewhere: at a moment nothing is told of one that has not ended yet. */
    private static void values(StringBuilder json, List<Bucket> buckets, long from, double step, int steps) {
        int ended = 0;
        for (int i = 0; i <= steps; i++) {
            double moment = from + i * step;
            while (ended < buckets.size() && buckets.get(ended).to().toEpochMilli() <= moment) {
                ended++;
            }
            if (i > 0) {
                json.append(',');
            }
            Bucket last = ended == 0 ? null : buckets.get(ended - 1);
            Json.number(json, last != null && last.holds() ? last.last() : Double.NaN);
        }
    }
}
