package org.bmac.simulator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bmac.point.Kind;

/**
 * The days of the building. They come again after eight weeks, which nobody notices, so that a counter which never goes
 * back is a sum of few days. Remembers some days, so it is for one thread.
 */
final class Diary {
    private static final int CYCLE = 56;
    private static final int REMEMBERED = 3;

    /** A Monday; from this day on the coffee machines count. */
    private static final long FIRST_DAY = LocalDate.of(2022, 1, 3).toEpochDay();

    private final Chance chance;
    private final Layout layout;
    private final Map<LocalDate, Day> remembered = new LinkedHashMap<>();
    private final Map<Kind, long[][]> cupsBefore = new LinkedHashMap<>();

    Diary(Chance chance, Layout layout) {
        this.chance = chance;
        this.layout = layout;
    }

    Day of(LocalDate date) {
        LocalDate like = like(date);
        Day known = remembered.get(like);
        if (known == null) {
            known = made(like);
            if (remembered.size() == REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
            remembered.put(like, known);
        }
        return known;
    }

    /** How many cups of one drink a room's machine has made before this day. */
    long cupsBefore(LocalDate date, int room, Kind drink) {
        long days = Math.max(0, date.toEpochDay() - FIRST_DAY);
        long[] sums = cupsBefore.computeIfAbsent(drink, this::sums)[room];
        return days / CYCLE * sums[CYCLE] + sums[(int) (days % CYCLE)];
    }

    /** For each room the cups of the first days of a cycle: none, one, two … all. */
    private long[][] sums(Kind drink) {
        long[][] sums = new long[layout.rooms().size()][CYCLE + 1];
        for (int i = 0; i < CYCLE; i++) {
            Day day = made(LocalDate.ofEpochDay(FIRST_DAY + i));
            for (int room = 0; room < sums.length; room++) {
                sums[room][i + 1] = sums[room][i] + day.cups(room, drink, Day.SLOTS);
            }
        }
        return sums;
    }

    private static LocalDate like(LocalDate date) {
        return LocalDate.ofEpochDay(FIRST_DAY + Math.floorMod(date.toEpochDay() - FIRST_DAY, (long) CYCLE));
    }

    private Day made(LocalDate date) {
        Day made = new Day(layout.rooms().size());
        List<Meeting> meetings = new Calendar(chance, layout).on(date);
        new Staff(chance, layout).fill(made, date, meetings);
        new Others(chance, layout).fill(made, date, meetings);
        return made;
    }
}
