package org.bmac.simulator;

import org.bmac.point.Kind;

/** What the thermostats and timers inside BMaC 5 nodes do with their outputs while nobody commands otherwise. */
record Habits(House house) {
    private static final double WARM_ENOUGH = 21.5;
    private static final double COOL_ENOUGH = 22.5;
    private static final double STUFFY = 900;
    private static final double HUMID = 50;

    /** What an output would be; NaN for what is no output. */
    double wish(Part part, int room) {
        return switch (part.role()) {
            case FAN_COIL -> part.kind() == Kind.FAN ? fan(room) : valve(room);
            case LIGHT -> house.people(room) > 0 ? 1 : 0;
            case EXTRACTOR -> house.people(room) > 0 ? Math.min(80, 30 + 10 * house.people(room)) : 10;
            case PUMP -> house.outdoors().temperature() < 16 ? 1 : 0;
            case MIXER -> fives((18 - house.outdoors().temperature()) * 4);
            case DRYER -> house.sense(room, Kind.HUMIDITY) > HUMID ? 1 : 0;
            case ROOM, FLOW, RETURN, RACK -> Double.NaN;
        };
    }

    private double fan(int room) {
        double air = house.sense(room, Kind.CO2) > STUFFY ? 30 : 0;
        return Math.max(air, fives(need(room) * 40));
    }

    private double valve(int room) {
        return fives(need(room) * 100);
    }

    /** By how many kelvin the room is too cold when the water is warm, or too warm when it is cold. */
    private double need(int room) {
        double temperature = house.sense(room, Kind.TEMPERATURE);
        return house.heatsAround(room) ? WARM_ENOUGH - temperature : temperature - COOL_ENOUGH;
    }

    private static double fives(double percent) {
        return Math.clamp(5 * Math.round(percent / 5), 0, 100);
    }
}
