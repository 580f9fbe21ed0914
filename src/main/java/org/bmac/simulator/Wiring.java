package org.bmac.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bmac.building.Dialect;
import org.bmac.point.Kind;

/** What the nodes' outputs do to the house, and the house's wishes to their outputs. For the thread of the nodes. */
final class Wiring {
    /** Of all the air that a room's fans can move, an extractor moves this. */
    private static final double EXTRACTED = 0.5;

    private final House house;
    private final Layout layout;
    private final Habits habits;
    private final List<Wired> nodes = new ArrayList<>();

    private record Wired(Fitting fitting, int room, Outputs outputs) {}

    Wiring(House house, Layout layout) {
        this.house = house;
        this.layout = layout;
        this.habits = new Habits(house);
    }

    void add(Fitting fitting, int room, Outputs outputs) {
        nodes.add(new Wired(fitting, room, outputs));
    }

    /** Once after each step of the house. */
    void apply(Instant now) {
        nodes.forEach(node -> suggest(node, now));
        nodes.forEach(this::changeOver);
        layout.numbers().forEach(room -> house.drive(room, drive(room)));
    }

    private void suggest(Wired node, Instant now) {
        if (node.outputs instanceof Bmac5Machine machine) {
            for (Part part : node.fitting.parts()) {
                double wish = habits.wish(part, node.room);
                if (!Double.isNaN(wish)) {
                    machine.suggest(part.channel(), wish, now);
                }
            }
        }
    }

    /** The switch on the ground floor is for that floor, the one on the first floor for those above. */
    private void changeOver(Wired node) {
        double heating = node.outputs.output(Kind.CHANGEOVER, 0);
        if (node.fitting.dialect() == Dialect.FIRMWARE && !Double.isNaN(heating)) {
            int floor = layout.floorOf(node.room);
            house.heat(floor, heating > 0);
            if (floor > 0) {
                house.heat(2, heating > 0);
            }
        }
    }

    private Drive drive(int room) {
        Flows flows = new Flows();
        nodes.stream().filter(node -> node.room == room).forEach(node -> measure(node, flows));
        return flows.drive();
    }

    private static void measure(Wired node, Flows flows) {
        forEach(node, Role.EXTRACTOR, Kind.FAN, (_, duty) -> flows.extracted(duty));
        List<Double> valves = new ArrayList<>();
        forEach(node, Role.FAN_COIL, Kind.VALVE, (_, opening) -> valves.add(opening));
        List<Double> fans = new ArrayList<>();
        forEach(node, Role.FAN_COIL, Kind.FAN, (_, duty) -> fans.add(duty));
        for (int i = 0; i < fans.size(); i++) {
            flows.coil(fans.get(i), valves.get(i));
        }
    }

    private static void forEach(Wired node, Role role, Kind kind, BiConsumer<Part, Double> what) {
        for (Part part : node.fitting.parts()) {
            if (part.role() == role && part.kind() == kind) {
                double number = node.outputs.output(kind, part.channel());
                what.accept(part, Double.isNaN(number) ? 0 : number / 100);
            }
        }
    }

    /** Sums up the fans of a room. */
    private static final class Flows {
        private double flow;
        private double coil;
        private double extracted;
        private int fans;

        void coil(double duty, double opening) {
            flow += duty;
            coil += duty * opening;
            fans++;
        }

        void extracted(double duty) {
            extracted += duty * EXTRACTED;
        }

        Drive drive() {
            int all = Math.max(1, fans);
            return new Drive(Math.min(1, flow / all + extracted), coil / all);
        }
    }
}
