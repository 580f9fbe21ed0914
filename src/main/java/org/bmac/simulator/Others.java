package org.bmac.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** The days of those who do not work at a desk here: guests, the cleaner, and the night watch. */
record Others(Chance chance, Layout layout) {
    private static final int KEY = 5_000;
    private static final int LUNCH_GUESTS = 14;

    /** Puts them all into the day. */
    void fill(Day day, LocalDate date, List<Meeting> meetings) {
        SplittableRandom random = chance.generator(KEY, date.toEpochDay());
        meetings.forEach(meeting -> guests(day, meeting, random));
        if (Calendar.workday(date)) {
            lunchGuests(day, random);
            Way cleaner = new Way(layout);
            round(cleaner, Day.slot(18.2 + random.nextDouble() * 0.4), 4, random);
            day.add(cleaner);
        }
        day.add(watch(date, random));
    }

    private void guests(Day day, Meeting meeting, SplittableRandom random) {
        for (int i = 0; i < meeting.guests(); i++) {
            Way way = new Way(layout);
            way.stay(meeting.from() - random.nextInt(16), meeting.until() + random.nextInt(10), meeting.room());
            day.add(way.walked());
        }
    }

    private void lunchGuests(Day day, SplittableRandom random) {
        for (int i = 0; i < LUNCH_GUESTS; i++) {
            Way way = new Way(layout);
            double hour = 11.5 + random.nextDouble() * 2;
            way.stay(Day.slot(hour), Day.slot(hour + 0.4 + random.nextDouble() * 0.5), layout.breakRoom(0));
            day.add(way.walked());
        }
    }

    /** Goes round every hour while the house is empty: from eight to seven, and all day at weekends. */
    private Way watch(LocalDate date, SplittableRandom random) {
        Way way = new Way(layout);
        for (int hour = 0; hour < 24; hour++) {
            if (hour < 7 || hour >= 20 || !Calendar.workday(date)) {
                round(way, Day.slot(hour + 0.02 + random.nextDouble() * 0.12), 2, random);
            }
        }
        return way;
    }

    /** Through all rooms, floor by floor. */
    private void round(Way way, int from, int longest, SplittableRandom random) {
        int slot = from;
        for (int room : layout.numbers().toArray()) {
            way.stay(slot, ++slot, layout.corridor(layout.floorOf(room)));
            int stay = 1 + random.nextInt(longest);
            way.stay(slot, slot + stay, room);
            slot += stay;
        }
    }
}
