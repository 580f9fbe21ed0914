package org.bmac.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.ReadingListener;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What outputs and motion sensors have reported since the start, as far as guards need it. Who is heard of for the first
 * time counts as switched then, so that equipment rests also after a restart of the program.
 */
@Component
class Reports implements ReadingListener {
    private static final int MOST_SWITCHES = 1_000;

    /** How long somebody who has moved counts as present. */
    private static final Duration PRESENCE = Duration.ofMinutes(10);

    /** @param at when it was heard of last; what was measured before that comes late and says nothing of now */
    private record Report(boolean on, Instant since, List<Instant> switched, Instant at) {
        /** Not when our clock was set back since. */
        boolean isNewerThan(Instant moment, Instant now) {
            return at.isAfter(moment) && !at.isAfter(now);
        }

        Report heard(Instant moment) {
            return new Report(on, since, switched, moment);
        }
    }

    private record Movement(boolean detected, Instant at) {}

    private final Buildings buildings;
    private final Clock clock;
    private final Map<PointId, Report> outputs = new ConcurrentHashMap<>();
    private final Map<PointId, Movement> movements = new ConcurrentHashMap<>();

    Reports(Buildings buildings, Clock clock) {
        this.buildings = buildings;
        this.clock = clock;
    }

    @Override
    public void on(Reading reading) {
        if (reading.quality() == Quality.BAD) {
            return;
        }
        switch (reading.value()) {
            case Value.Motion(boolean detected) -> moved(reading.point(), detected, reading.at());
            case Value.Switched _, Value.Duty _, Value.Changeover _ ->
                reported(reading.point(), reading.value().asNumber() > 0, reading.at());
            case Value.Quantity _, Value.Count _, Value.Unreadable _ -> {}
        }
    }

    /** A sensor that says "clear" leaves the moment in which somebody moved last as it is. */
    private void moved(PointId point, boolean detected, Instant at) {
        movements.merge(
                point,
                new Movement(detected, detected ? at : Instant.MIN),
                (before, now) -> new Movement(detected, detected ? now.at() : before.at()));
    }

    private void reported(PointId point, boolean on, Instant at) {
        Report before = outputs.get(point);
        if (before == null) {
            outputs.put(point, new Report(on, at, List.of(), at));
        } else if (before.isNewerThan(at, clock.instant())) {
            return;
        } else if (before.on() == on) {
            outputs.put(point, before.heard(at));
        } else {
            List<Instant> switched =
                    Stream.concat(before.switched().stream(), Stream.of(at)).toList();
            int forgotten = Math.max(0, switched.size() - MOST_SWITCHES);
            outputs.put(point, new Report(on, at, switched.subList(forgotten, switched.size()), at));
        }
    }

    @Nullable
    Boolean isOn(PointId point) {
        Report report = outputs.get(point);
        return report == null ? null : report.on();
    }

    @Nullable
    Instant since(PointId point) {
        Report report = outputs.get(point);
        return report == null ? null : report.since();
    }

    List<Instant> switched(PointId point) {
        Report report = outputs.get(point);
        return report == null ? List.of() : report.switched();
    }

    /** Whether the zone of this point is occupied; null when nobody knows. */
    @Nullable
    Boolean isOccupied(Point point, Instant now) {
        Building building = buildings.current();
        List<Movement> heard = building.points().stream()
                .filter(other -> other.kind() == Kind.MOTION
                        && point.zone() != null
                        && point.zone().equals(other.zone()))
                .flatMap(sensor -> Stream.ofNullable(movements.get(sensor.id())))
                .toList();
        return heard.isEmpty() ? null : heard.stream().anyMatch(movement -> counts(movement, now));
    }

    private static boolean counts(Movement movement, Instant now) {
        return movement.detected() || movement.at().isAfter(now.minus(PRESENCE));
    }
}
