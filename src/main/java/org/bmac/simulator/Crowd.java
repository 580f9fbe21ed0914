package org.bmac.simulator;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.IntUnaryOperator;
import org.bmac.point.Kind;

/** The people in the building, and the coffee that they drink: functions of the moment. For one thread. */
final class Crowd {
    private static final int MOTION_SECONDS = 5;
    private static final int HELD_FOR = 3;
    private static final double SITS_STILL = 0.6;

    private final Chance chance;
    private final Diary diary;
    private final ZoneId zone;

    Crowd(Chance chance, Layout layout, ZoneId zone) {
        this.chance = chance;
        this.diary = new Diary(chance, layout);
        this.zone = zone;
    }

    /** How many people are in a room. */
    int in(int room, Instant now) {
        return at(now).applyAsInt(room);
    }

    /** How many people are in each room, by its number; cheaper than asking for one after the other. */
    IntUnaryOperator at(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        Day day = diary.of(local.toLocalDate());
        int slot = Day.slot(local.toLocalTime());
        return room -> day.people(room, slot);
    }

    /** Whether a motion detector in the room sees somebody: who sits still at a desk is not always seen. */
    boolean moving(int room, Instant now) {
        long moment = now.getEpochSecond() / MOTION_SECONDS;
        for (long before = moment; before > moment - HELD_FOR; before--) {
            int people = in(room, Instant.ofEpochSecond(before * MOTION_SECONDS));
            if (chance.of(room, before) > Math.pow(SITS_STILL, people)) {
                return true;
            }
        }
        return false;
    }

    /** What the counter of a room's coffee machine shows; it only grows. */
    long cups(int room, Kind drink, Instant now) {
        ZonedDateTime local = now.atZone(zone);
        return diary.cupsBefore(local.toLocalDate(), room, drink)
                + diary.of(local.toLocalDate()).cups(room, drink, Day.slot(local.toLocalTime()));
    }
}
