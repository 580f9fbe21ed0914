package org.bmac.simulator;

/** Humid air, after the Magnus formula for the pressure of saturated vapour over water. */
final class Humid {
    private Humid() {}

    /** Grams of water per kilogram of air at this temperature (°C), relative humidity (%) and pressure (Pa). */
    static double vapour(double temperature, double relative, double pascal) {
        double part = relative / 100 * saturated(temperature);
        return 622 * part / (pascal - part);
    }

    /** Relative humidity in per cent, 0 to 100. */
    static double relative(double temperature, double vapour, double pascal) {
        double part = vapour * pascal / (622 + vapour);
        return Math.clamp(100 * part / saturated(temperature), 0, 100);
    }

    private static double saturated(double temperature) {
        return 611.2 * Math.exp(17.62 * temperature / (243.12 + temperature));
    }
}
