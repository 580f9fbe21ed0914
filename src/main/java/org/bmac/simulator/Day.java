package org.bmac.simulator;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.bmac.point.Kind;

/** One day of the building: how many people are in which room in each half minute, and every cup of coffee. */
final class Day {
    static final int SECONDS_A_SLOT = 30;
    static final int SLOTS = 86_400 / SECONDS_A_SLOT;

    private final byte[][] people;
    private final List<Cup> cups = new ArrayList<>();

    /** A cup that was made in a room. */
    record Cup(int slot, int room, Kind drink) {}

    Day(int rooms) {
        people = new byte[rooms][SLOTS];
    }

    static int slot(LocalTime time) {
        return time.toSecondOfDay() / SECONDS_A_SLOT;
    }

    static int slot(double hour) {
        return Math.clamp(Math.round(hour * 3600 / SECONDS_A_SLOT), 0, SLOTS);
    }

    /** Somebody walked this way. */
    void add(Way way) {
        for (int slot = 0; slot < SLOTS; slot++) {
            int room = way.room(slot);
            if (room != Way.OUT && people[room][slot] < Byte.MAX_VALUE) {
                people[room][slot]++;
            }
        }
    }

    void add(Cup cup) {
        cups.add(cup);
    }

    int people(int room, int slot) {
        return people[room][slot];
    }

    /** The cups of one drink that a room's machine has made until this slot. */
    long cups(int room, Kind drink, int until) {
        return cups.stream()
                .filter(cup -> cup.room == room && cup.drink == drink && cup.slot <= until)
                .count();
    }
}
