package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The past of the demonstration building: the house run over it in coarse steps, and what its points would have said. */
final class Recollection {
    /** Coarse enough to be quick, fine enough for the slowest of the rooms' balances, which take about ten minutes. */
    static final Duration TICK = Duration.ofMinutes(5);

    /** Between two readings long ago; of late they are closer. */
    static final Duration APART = Duration.ofMinutes(15);

    private static final Duration CLOSE = TICK;
    private static final Duration LATELY = Duration.ofDays(41);

    private final List<Instant> moments;
    private final List<Told> told = new ArrayList<>();
    private final House house;
    private final Wiring wiring;

    /** A point of the building and what it would have said. */
    record Told(String uid, Part part, Remembered remembered) {}

    private record Asked(Remembered remembered, Part part, Outputs outputs, Senses senses) {
        void at(int index, Instant moment) {
            remembered.set(index, number(moment));
        }

        private double number(Instant moment) {
            return switch (part.kind()) {
                case RELAY, FAN, VALVE, CHANGEOVER -> outputs.output(part.kind(), part.channel());
                case MOISTURE -> PlantModule.dryness(moment);
                case WEIGHT -> PlantModule.weight(PlantModule.dryness(moment));
                default -> senses.feel(part.kind(), part.channel());
            };
        }
    }

    private final List<Asked> asked = new ArrayList<>();

    /** @param uids of the nodes that lack a past */
    Recollection(Layout layout, Chance chance, ZoneId zone, Instant end, Duration length, Set<String> uids) {
        moments = moments(end, length);
        house = new House(layout, chance, zone, end.minus(length), TICK);
        wiring = new Wiring(house, layout);
        Habits habits = new Habits(house);
        for (Stadthaus.Numbered node : Stadthaus.nodes()) {
            int room = layout.room(node.fitting().room());
            Outputs outputs = new Wont(node.fitting(), room, house, habits, zone);
            wiring.add(node.fitting(), room, outputs);
            if (uids.contains(node.uid())) {
                node.fitting().parts().forEach(part -> ask(node, part, outputs, chance, room));
            }
        }
    }

    private void ask(Stadthaus.Numbered node, Part part, Outputs outputs, Chance chance, int room) {
        Remembered remembered = new Remembered(part.kind(), moments.size());
        asked.add(new Asked(remembered, part, outputs, new RoomSenses(house, chance, room, node)));
        told.add(new Told(node.uid(), part, remembered));
    }

    /** Oldest first, each on the clock of its step. */
    private static List<Instant> moments(Instant end, Duration length) {
        List<Instant> moments = new ArrayList<>();
        Instant lately = end.minus(LATELY);
        Instant next = floor(end.minus(length)).plus(APART);
        while (next.isBefore(end)) {
            moments.add(next);
            next = next.plus(next.isBefore(lately) ? APART : CLOSE);
        }
        return moments;
    }

    private static Instant floor(Instant moment) {
        long apart = APART.toMillis();
        return Instant.ofEpochMilli(moment.toEpochMilli() / apart * apart);
    }

    List<Instant> moments() {
        return moments;
    }

    /** Lives through it all, unless it is told to stop. */
    List<Told> run(BooleanSupplier goesOn) {
        for (int i = 0; i < moments.size() && (i % 500 != 0 || goesOn.getAsBoolean()); i++) {
            house.advanceTo(moments.get(i));
            wiring.apply(moments.get(i));
            for (Asked one : asked) {
                one.at(i, moments.get(i));
            }
        }
        return told;
    }
}
