package org.bmac.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bmac.access.Actor;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.command.Command;
import org.bmac.command.PastCommands;
import org.bmac.command.Tenure;
import org.bmac.point.PointId;
import org.springframework.stereotype.Component;

/**
 * What was asked of an output and held for it while it was as it was; of a sensor, the same of the outputs in its zone. Any
 * thread.
 */
@Component
class Meanwhile {
    private final PastCommands commands;
    private final Buildings buildings;

    Meanwhile(PastCommands commands, Buildings buildings) {
        this.commands = commands;
        this.buildings = buildings;
    }

    /** As far as the actor may see it; of several points nothing, for it would be too much. */
    List<MarkJson> marks(Actor by, List<PointId> points, Instant from, Instant to) {
        return points.size() == 1 ? marks(by, points.getFirst(), from, to) : List.of();
    }

    private List<MarkJson> marks(Actor by, PointId id, Instant from, Instant to) {
        return buildings.current().point(id).stream()
                .flatMap(point -> point.commandable()
                        ? marks(by, point, "", from, to)
                        : beside(point).flatMap(output -> marks(by, output, output.label() + ", ", from, to)))
                .toList();
    }

    private Stream<Point> beside(Point sensor) {
        return Optional.ofNullable(sensor.zone()).stream().flatMap(zone -> buildings.current().points().stream()
                .filter(point -> point.commandable() && zone.equals(point.zone())));
    }

    private Stream<MarkJson> marks(Actor by, Point output, String name, Instant from, Instant to) {
        Stream<MarkJson> ticks = commands.asked(by, output.id(), from, to).stream()
                .filter(Command::counts)
                .map(command -> MarkJson.tick(command.at(), name + command.inWords()));
        Stream<MarkJson> spans =
                commands.overrides(by, output.id(), from, to).stream().map(tenure -> span(tenure, name, from, to));
        return Stream.concat(ticks, spans);
    }

    private static MarkJson span(Tenure tenure, String name, Instant from, Instant to) {
        Instant end = tenure.to();
        return MarkJson.override(
                tenure.from().isBefore(from) ? from : tenure.from(),
                end == null || end.isAfter(to) ? to : end,
                name + tenure.inWords());
    }
}
