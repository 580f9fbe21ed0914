package org.bmac.homeassistant;

import java.util.Optional;
import org.bmac.point.Kind;

/** Which quantities and units of Home Assistant's sensors are ours. */
final class Units {
    private static final double PASCALS_OF_PSI = 6_894.757_293_168;
    private static final double PASCALS_OF_INCH = 3_386.389;
    private static final double PASCALS_OF_MILLIMETRE = 133.322_387_415;

    private Units() {}

    /** What a sensor of this device class says in this unit; empty when we have no such kind or do not know the unit. */
    static Optional<Meaning> of(String deviceClass, String unit) {
        return switch (deviceClass.isEmpty() ? classOf(unit) : deviceClass) {
            case "temperature" -> temperature(unit);
            case "humidity" -> unit.isEmpty() || unit.equals("%") ? is(Kind.HUMIDITY, 1, 0) : Optional.empty();
            case "pressure", "atmospheric_pressure" -> pressure(unit);
            case "carbon_dioxide" -> unit.isEmpty() || unit.equals("ppm") ? is(Kind.CO2, 1, 0) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String classOf(String unit) {
        return switch (unit) {
            case "°C", "°F" -> "temperature";
            case "hPa", "mbar" -> "pressure";
            default -> "";
        };
    }

    private static Optional<Meaning> temperature(String unit) {
        return switch (unit) {
            case "", "°C", "C" -> is(Kind.TEMPERATURE, 1, 0);
            case "°F", "F" -> is(Kind.TEMPERATURE, 5.0 / 9, -160.0 / 9);
            case "K" -> is(Kind.TEMPERATURE, 1, -273.15);
            default -> Optional.empty();
        };
    }

    private static Optional<Meaning> pressure(String unit) {
        return switch (unit) {
            case "", "hPa", "mbar" -> is(Kind.PRESSURE, 1, 0);
            case "Pa" -> is(Kind.PRESSURE, 0.01, 0);
            case "kPa" -> is(Kind.PRESSURE, 10, 0);
            case "bar" -> is(Kind.PRESSURE, 1_000, 0);
            case "psi" -> is(Kind.PRESSURE, PASCALS_OF_PSI / 100, 0);
            case "inHg" -> is(Kind.PRESSURE, PASCALS_OF_INCH / 100, 0);
            case "mmHg" -> is(Kind.PRESSURE, PASCALS_OF_MILLIMETRE / 100, 0);
            default -> Optional.empty();
        };
    }

    private static Optional<Meaning> is(Kind kind, double factor, double offset) {
        return Optional.of(new Meaning.Measured(kind, factor, offset));
    }
}
