package org.bmac.simulator;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import org.bmac.building.Dialect;
import org.bmac.point.Kind;

/**
 * What the outputs of a node did while nobody looked: those of BMaC 5 what they do by themselves, the others what people
 * made them do: light where they were, the first fan coil in hours of work, warm water from October to April.
 */
record Wont(Fitting fitting, int room, House house, Habits habits, ZoneId zone) implements Outputs {

    @Override
    public double output(Kind kind, int channel) {
        return fitting.parts().stream()
                .filter(part -> part.kind() == kind && part.channel() == channel)
                .mapToDouble(this::number)
                .findFirst()
                .orElse(Double.NaN);
    }

    private double number(Part part) {
        boolean byHand = fitting.dialect() == Dialect.FIRMWARE;
        if (byHand && part.kind() == Kind.CHANGEOVER) {
            return winter() ? 1 : 0;
        }
        if (byHand && part.role() == Role.FAN_COIL) {
            return open() ? Simulation.before(part) : 0;
        }
        return habits.wish(part, room);
    }

    private boolean winter() {
        Month month = local().getMonth();
        return month.compareTo(Month.MAY) < 0 || month.compareTo(Month.SEPTEMBER) > 0;
    }

    private boolean open() {
        int hour = local().getHour();
        return Calendar.workday(local().toLocalDate()) && hour >= 7 && hour < 18;
    }

    private LocalDateTime local() {
        return LocalDateTime.ofInstant(house.now(), zone);
    }
}
