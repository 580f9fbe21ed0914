package org.bmac.point;

/** What a reading or a command carries. Immutable; safe on every thread. */
public sealed interface Value {

    /**
     * A measured number in its unit.
     *
     * @param number finite
     */
    record Quantity(double number, Unit unit) implements Value {
        public Quantity {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a quantity is a finite number, not " + number);
            }
        }
    }

    /** A counter since manufacture; it only grows, except when the device is replaced or reset. */
    record Count(long number) implements Value {
        public Count {
            if (number < 0) {
                throw new IllegalArgumentException("a count is 0 or more, not " + number);
            }
        }
    }

    /** A fan's duty or a valve's opening, 0 to 100 per cent. */
    record Duty(int percent) implements Value {
        public Duty {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("a duty is 0 to 100 %, not " + percent);
            }
        }
    }

    /** A relay: on or off. */
    record Switched(boolean on) implements Value {}

    /** A motion sensor: somebody moves, or the room is clear. */
    record Motion(boolean detected) implements Value {}

    /** The change-over of a section: heating, or else cooling. */
    record Changeover(boolean heating) implements Value {}

    /**
     * Something came for this point that cannot be read; always with {@link Quality#BAD}.
     *
     * @param reason one sentence for people
     */
    record Unreadable(String reason) implements Value {}

    /** The value as one number, for charts, programs and limits: 1 and 0 for the two-state values, NaN if unreadable. */
    default double asNumber() {
        return switch (this) {
            case Quantity(double number, Unit _) -> number;
            case Count(long number) -> number;
            case Duty(int percent) -> percent;
            case Switched(boolean on) -> on ? 1 : 0;
            case Motion(boolean detected) -> detected ? 1 : 0;
            case Changeover(boolean heating) -> heating ? 1 : 0;
            case Unreadable(String _) -> Double.NaN;
        };
    }

    /** The value for people, in English: "21.5 °C", "60 %", "on", "occupied"; of what is unreadable the reason. */
    default String inWords() {
        return switch (this) {
            case Quantity(double number, Unit unit) -> unit.inWords(number);
            case Count(long number) -> Long.toString(number);
            case Duty(int percent) -> percent + " %";
            case Switched(boolean on) -> on ? "on" : "off";
            case Motion(boolean detected) -> detected ? "occupied" : "clear";
            case Changeover(boolean heating) -> heating ? "heating" : "cooling";
            case Unreadable(String reason) -> reason;
        };
    }

    /**
     * The value of a kind from one number, the inverse of {@link #asNumber()}.
     *
     * @return {@link Unreadable} when the number cannot be a value of this kind (out of range, NaN)
     */
    static Value of(Kind kind, double number) {
        if (!kind.plausible(number)) {
            return new Unreadable(
                    kind.label() + " cannot be " + number + " " + kind.unit().symbol());
        }
        return switch (kind) {
            case TEMPERATURE, HUMIDITY, PRESSURE, CO2, MOISTURE, WEIGHT -> new Quantity(number, kind.unit());
            case ESPRESSO, DOUBLE_ESPRESSO, COFFEE, DOUBLE_COFFEE -> new Count((long) number);
            case FAN, VALVE -> new Duty((int) Math.round(number));
            case RELAY -> new Switched(number != 0);
            case MOTION -> new Motion(number != 0);
            case CHANGEOVER -> new Changeover(number != 0);
        };
    }
}
