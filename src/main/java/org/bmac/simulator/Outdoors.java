package org.bmac.simulator;

/**
 * The air and the light outside at one moment.
 *
 * @param temperature in °C
 * @param pascal air pressure at the ground floor, in Pa
 * @param vapour water in the air, in grams per kilogram
 * @param co2 in ppm
 * @param east part of the sun's direction, 0 at night
 * @param north part of the sun's direction, 0 at night
 * @param beam of the sun through the clouds, in W/m² on a surface that faces it
 * @param sky light of the sky on any wall, in W/m²
 */
record Outdoors(
        double temperature,
        double pascal,
        double vapour,
        double co2,
        double east,
        double north,
        double beam,
        double sky) {

    /** What falls on an outer wall, in W/m². */
    double on(Side side) {
        return sky + beam * Math.max(0, east * side.east + north * side.north);
    }
}
