package org.bmac.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bmac.point.Kind;

/** The days of those who work here: they come, meet, drink coffee, have lunch, and leave. */
record Staff(Chance chance, Layout layout) {
    private static final int KEY = 1_000;
    private static final double COME_ON_A_WORKDAY = 0.9;
    private static final double COME_ON_A_WEEKEND = 0.05;

    /** Puts them all into the day. */
    void fill(Day day, LocalDate date, List<Meeting> meetings) {
        int person = 0;
        for (int room : layout.numbers().toArray()) {
            for (int place :
                    IntStream.range(0, layout.rooms().get(room).places()).toArray()) {
                comes(day, date, room, KEY + person++ * 10 + place % 10, meetings);
            }
        }
    }

    private void comes(Day day, LocalDate date, int home, int key, List<Meeting> meetings) {
        SplittableRandom random = chance.generator(key, date.toEpochDay());
        boolean workday = Calendar.workday(date);
        if (random.nextDouble() > (workday ? COME_ON_A_WORKDAY : COME_ON_A_WEEKEND)) {
            return;
        }
        Way way = new Way(layout);
        double arrival = (workday ? 7.4 : 10) + 1.2 * (random.nextDouble() + random.nextDouble());
        double leaving = arrival + (workday ? 8.1 : 3) + random.nextDouble() + random.nextDouble();
        way.stay(Day.slot(arrival), Day.slot(leaving), home);
        lunch(way, home, random);
        for (int i = 0; i < meetings.size(); i++) {
            attend(way, home, meetings.get(i), random.nextDouble());
        }
        coffee(day, way, home, arrival + 0.1 + random.nextDouble() * 1.6, random);
        coffee(day, way, home, 10 + random.nextDouble() * 1.5, random);
        coffee(day, way, home, 13.2 + random.nextDouble() * 3, random);
        day.add(way.walked());
    }

    private void lunch(Way way, int home, SplittableRandom random) {
        double hour = 11.7 + random.nextDouble() * 1.3;
        int from = Day.slot(hour);
        int until = Day.slot(hour + 0.4 + random.nextDouble() * 0.4);
        int where = random.nextDouble() < 0.6 ? layout.breakRoom(0) : layout.breakRoom(layout.floorOf(home));
        if (way.isIn(home, from, until)) {
            way.stay(from, until, where);
        }
    }

    private static void attend(Way way, int home, Meeting meeting, double drawn) {
        if (drawn < meeting.share() && way.isIn(home, meeting.from(), meeting.until())) {
            way.stay(meeting.from(), meeting.until(), meeting.room());
        }
    }

    private void coffee(Day day, Way way, int home, double hour, SplittableRandom random) {
        int from = Day.slot(hour);
        int until = from + 6 + random.nextInt(14);
        int machine = layout.breakRoom(layout.floorOf(home));
        double drawn = random.nextDouble();
        if (random.nextDouble() < 0.62 && way.isIn(home, from, until)) {
            way.stay(from, until, machine);
            day.add(new Day.Cup(from + 2, machine, drink(drawn)));
        }
    }

    private static Kind drink(double drawn) {
        if (drawn < 0.34) {
            return Kind.ESPRESSO;
        }
        if (drawn < 0.44) {
            return Kind.DOUBLE_ESPRESSO;
        }
        return drawn < 0.9 ? Kind.COFFEE : Kind.DOUBLE_COFFEE;
    }
}
