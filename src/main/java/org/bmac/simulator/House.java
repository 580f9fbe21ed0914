package org.bmac.simulator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.bmac.point.Kind;

/**
 * The physics of the building. Time moves only when it is told to; the same seed, start and outputs give the same house,
 * in whatever steps it got there. For one thread.
 */
final class House {
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration BEFORE = Duration.ofHours(8);
    private static final double PASCAL_A_FLOOR = 42;
    private static final double BY_DAY = 20.8;
    private static final double BY_NIGHT = 18.5;

    private final Duration tick;
    private final Layout layout;
    private final Weather weather;
    private final Crowd crowd;
    private final ZoneId zone;
    private final Walls walls;
    private final List<Air> air = new ArrayList<>();
    private final Drive[] drives;
    private final boolean[] heating = new boolean[3];
    private Instant now;
    private Outdoors outdoors;

    /** A house that has stood there before: it begins some hours earlier. */
    House(Layout layout, Chance chance, ZoneId zone, Instant start) {
        this(layout, chance, zone, start, TICK);
    }

    /** The same, calculated as coarsely as this. */
    House(Layout layout, Chance chance, ZoneId zone, Instant start, Duration tick) {
        this.tick = tick;
        this.layout = layout;
        this.zone = zone;
        this.weather = new Weather(chance, zone);
        this.crowd = new Crowd(chance, layout, zone);
        this.walls = new Walls(layout.rooms());
        this.drives = new Drive[layout.rooms().size()];
        Arrays.fill(drives, Drive.NONE);
        this.now = start.minus(BEFORE);
        this.outdoors = weather.at(now);
        Arrays.fill(heating, outdoors.temperature() < 16);
        layout.rooms().forEach(room -> air.add(new Air(room, 21, 450, Math.max(4, outdoors.vapour()))));
        advanceTo(start);
    }

    Instant now() {
        return now;
    }

    /** Lets this much time pass; what is less than a tick is kept for the next time. */
    void step(Duration time) {
        advanceTo(now.plus(time));
    }

    /**
     * Lets time pass until then.
     *
     * @return whether anything was calculated
     */
    boolean advanceTo(Instant wanted) {
        boolean ticked = false;
        for (Instant next = tickAfter(now); !next.isAfter(wanted); next = next.plus(tick)) {
            tick(next);
            ticked = true;
        }
        now = wanted;
        return ticked;
    }

    /** What the nodes of a room do from now on. */
    void drive(int room, Drive drive) {
        drives[room] = drive;
    }

    /** Whether warm or cold water runs on a floor from now on. */
    void heat(int floor, boolean warm) {
        heating[floor] = warm;
    }

    /** Whether warm or cold water runs through the fan coils of a room. */
    boolean heatsAround(int room) {
        return heating[layout.floorOf(room)];
    }

    /** What a perfect sensor in the room would say now, in the kind's unit; NaN for what a room has not. */
    double sense(int room, Kind kind) {
        return switch (kind) {
            case TEMPERATURE -> air.get(room).temperature();
            case HUMIDITY ->
                Humid.relative(air.get(room).temperature(), air.get(room).vapour(), pascal(room));
            case PRESSURE -> pascal(room) / 100;
            case CO2 -> air.get(room).co2();
            case MOTION -> crowd.moving(room, now) ? 1 : 0;
            case ESPRESSO, DOUBLE_ESPRESSO, COFFEE, DOUBLE_COFFEE -> crowd.cups(room, kind, now);
            case MOISTURE, WEIGHT, RELAY, FAN, VALVE, CHANGEOVER -> Double.NaN;
        };
    }

    Outdoors outdoors() {
        return outdoors;
    }

    int people(int room) {
        return crowd.in(room, now);
    }

    private double pascal(int room) {
        return outdoors.pascal() - PASCAL_A_FLOOR * layout.floorOf(room);
    }

    private Instant tickAfter(Instant moment) {
        long millis = tick.toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(moment.toEpochMilli(), millis) + 1) * millis);
    }

    private void tick(Instant next) {
        now = next;
        outdoors = weather.at(next);
        double wanted = wanted(next.atZone(zone), outdoors);
        double[] exchanged = walls.exchange(air);
        IntUnaryOperator people = crowd.at(next);
        for (int room = 0; room < air.size(); room++) {
            boolean warm = heating[layout.floorOf(room)];
            Load load = new Load(people.applyAsInt(room), wanted, drives[room], warm);
            air.get(room).pass(tick.toMillis() / 1000.0, load, outdoors, exchanged[room]);
        }
    }

    /** The radiators run when it is cold outside, less at night and at weekends. */
    private static double wanted(ZonedDateTime local, Outdoors outdoors) {
        if (outdoors.temperature() > 16) {
            return 0;
        }
        boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return local.getHour() >= 5 && local.getHour() < 18 && !weekend ? BY_DAY : BY_NIGHT;
    }
}
