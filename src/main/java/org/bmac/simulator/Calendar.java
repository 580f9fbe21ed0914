package org.bmac.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Which meetings are held on a day. */
record Calendar(Chance chance, Layout layout) {
    private static final double[] STARTS = {9.5, 11, 13.5, 15.25};
    private static final int KEY = 7_000;

    static boolean workday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    List<Meeting> on(LocalDate date) {
        List<Meeting> found = new ArrayList<>();
        if (workday(date)) {
            layout.meetingRooms().forEach(room -> meetings(room, date, found));
        }
        return found;
    }

    private void meetings(int room, LocalDate date, List<Meeting> found) {
        SplittableRandom random = chance.generator(KEY + room, date.toEpochDay());
        boolean large = layout.rooms().get(room).area() > 100;
        for (double start : STARTS) {
            double hour = start + random.nextDouble() * 0.3;
            double length = 0.6 + random.nextDouble() * 0.9;
            double share = 0.09 + random.nextDouble() * 0.09;
            int guests = large ? 14 + random.nextInt(22) : random.nextInt(3);
            if (random.nextDouble() < (large ? 0.4 : 0.75)) {
                found.add(new Meeting(room, Day.slot(hour), Day.slot(hour + length), share, guests));
            }
        }
    }
}
