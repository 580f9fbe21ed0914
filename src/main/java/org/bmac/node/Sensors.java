package org.bmac.node;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bmac.broker.Message;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Value;

/** The firmware's readings: {@code place;number} as text. */
final class Sensors {
    private Sensors() {}

    static NodeMessage read(Kind kind, Message message) {
        Bytes payload = message.payload();
        int separator = payload.indexOf(';', 0);
        Source.Place place = Wire.place(payload, separator);
        if (place == null) {
            return Wire.noPlace(separator);
        }
        double number = Decimal.read(payload, separator + 1);
        if (Double.isNaN(number) || (whole(kind) && number != Math.rint(number))) {
            return noNumber(place, kind, payload, separator + 1);
        }
        Value value = Value.of(kind, kind == Kind.PRESSURE ? number / 100 : number);
        return new NodeMessage.Measured(place, kind, 0, value, quality(value, message.retained()));
    }

    private static Quality quality(Value value, boolean retained) {
        if (value instanceof Value.Unreadable) {
            return Quality.BAD;
        }
        return retained ? Quality.UNCERTAIN : Quality.GOOD;
    }

    private static boolean whole(Kind kind) {
        return switch (kind) {
            case MOTION, ESPRESSO, DOUBLE_ESPRESSO, COFFEE, DOUBLE_COFFEE -> true;
            case TEMPERATURE, HUMIDITY, PRESSURE, CO2, MOISTURE, WEIGHT, RELAY, FAN, VALVE, CHANGEOVER -> false;
        };
    }

    private static NodeMessage noNumber(Source.Place place, Kind kind, Bytes payload, int from) {
        Bytes shown = payload.slice(from, Math.min(payload.length(), from + 20));
        String detail = kind.label() + " came as bytes " + shown + ", which is no number that it can have";
        return new NodeMessage.Unreadable(
                Fault.BAD_NUMBER,
                detail,
                new NodeMessage.Measured(place, kind, 0, new Value.Unreadable(detail), Quality.BAD));
    }

    static String topic(Kind kind) {
        return switch (kind) {
            case TEMPERATURE -> "nsa/temperature";
            case HUMIDITY -> "nsa/humidity";
            case PRESSURE -> "nsa/pressure";
            case CO2 -> "nsa/co2";
            case MOTION -> "nsa/motion";
            case ESPRESSO -> "nsa/espresso";
            case DOUBLE_ESPRESSO -> "nsa/espresso2";
            case COFFEE -> "nsa/coffee";
            case DOUBLE_COFFEE -> "nsa/coffee2";
            case MOISTURE -> "nsa/plant/moisture_raw";
            case WEIGHT -> "nsa/plant/scale_weight_raw";
            case RELAY, FAN, VALVE, CHANGEOVER ->
                throw new IllegalArgumentException("the firmware does not report a " + kind.label() + " by itself");
        };
    }

    /** The number as the firmware writes it: two decimals for what it measures finely, in Pa for the pressure. */
    static String text(NodeMessage.Measured measured) {
        double number = measured.value().asNumber();
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException("the firmware cannot say " + measured.value());
        }
        int decimals =
                switch (measured.kind()) {
                    case TEMPERATURE, HUMIDITY, PRESSURE -> 2;
                    default -> 0;
                };
        BigDecimal exact = BigDecimal.valueOf(number);
        return (measured.kind() == Kind.PRESSURE ? exact.movePointRight(2) : exact)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
