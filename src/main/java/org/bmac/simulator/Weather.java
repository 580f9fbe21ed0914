package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The weather of a town in the middle of Europe: a pure function of the moment. */
record Weather(Chance chance, ZoneId zone) {
    private static final double LATITUDE = Math.toRadians(48.1);
    private static final double TILT = Math.toRadians(23.44);
    private static final double SUN = 880;
    private static final double OUTSIDE_CO2 = 421;

    Outdoors at(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        double hour = local.toLocalTime().toSecondOfDay() / 3600.0;
        double summer = Math.cos(2 * Math.PI * (local.getDayOfYear() - 201) / 365.25);
        double clouds = 0.5 + 0.5 * swell(1, now, 11);
        double temperature = 10 + 9.5 * summer + 4 * swell(2, now, 70) + swing(summer, clouds, hour);
        double pascal = 101_400 + 1_300 * swell(3, now, 64) + 160 * swell(4, now, 7);
        double dew = Math.min(temperature, 10 + 9.5 * summer + 4 * swell(2, now, 70) - 4 + 2.5 * swell(5, now, 26));
        return lit(now, local, temperature, pascal, clouds, Humid.vapour(dew, 100, pascal));
    }

    /** Coldest at four, warmest at four, more so in summer and under a clear sky. */
    private static double swing(double summer, double clouds, double hour) {
        return (3.2 + 1.4 * summer) * (1.25 - 0.8 * clouds) * Math.cos(2 * Math.PI * (hour - 16) / 24);
    }

    /** The sun's place in the sky, as in any textbook of solar heating: declination and hour angle. */
    private Outdoors lit(
            Instant now, ZonedDateTime local, double temperature, double pascal, double clouds, double vapour) {
        double declination = TILT * Math.sin(2 * Math.PI * (local.getDayOfYear() - 81) / 365.25);
        double angle = 2 * Math.PI * (local.toLocalTime().toSecondOfDay() / 86_400.0 - 0.5);
        double up = Math.sin(LATITUDE) * Math.sin(declination)
                + Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(angle);
        double east = -Math.cos(declination) * Math.sin(angle);
        double north = Math.cos(LATITUDE) * Math.sin(declination)
                - Math.sin(LATITUDE) * Math.cos(declination) * Math.cos(angle);
        double day = Math.clamp(up * 6, 0, 1);
        double co2 = OUTSIDE_CO2 + 6 * swell(6, now, 5);
        return new Outdoors(
                temperature,
                pascal,
                vapour,
                co2,
                day > 0 ? east : 0,
                day > 0 ? north : 0,
                day * SUN * (1 - 0.9 * clouds),
                day * (60 + 60 * clouds) * Math.max(0.2, up));
    }

    private double swell(long stream, Instant now, int hours) {
        return chance.swell(stream, now, Duration.ofHours(hours));
    }
}
