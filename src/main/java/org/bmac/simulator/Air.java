package org.bmac.simulator;

import java.util.Map;

/**
 * The air of a room, mixed well: one temperature, one humidity, one share of CO₂. It is warmed and cooled through walls and
 * windows, by the sun, people, machines, radiators and fan coils; people breathe into it, and fans and windows let in air
 * from outside.
 */
final class Air {
    /** Of air, furniture and the inner surfaces, in J/K for each m² of floor. */
    private static final double CAPACITY = 38_000;

    /** Of a metre of outer wall with its windows, in W/K. */
    private static final double OUTER_WALL = 2.7;

    /** Glass for each metre of outer wall, in m². */
    private static final double GLASS = 1.0;

    private static final double SUN_THROUGH_GLASS = 0.26;
    private static final double BEHIND_BLINDS = 0.3;
    private static final double WATTS_A_PERSON = 78;
    private static final double WATTS_A_PLACE = 45;

    /** Of one m³/h of air, in W/K. */
    private static final double AIR_CARRIES = 0.34;

    /** Air changes an hour: through the cracks, through an open window, at full fans. */
    private static final double CRACKS = 0.25;

    private static final double WINDOW = 3.5;
    private static final double FANS = 2.5;

    /** Of the heat that the fans would blow out, this is lost; the rest is won back. */
    private static final double LOST_BY_FANS = 0.3;

    /** Of the radiators and the fan coils, for each m² of floor. */
    private static final double RADIATOR_WATTS = 55;

    private static final double COIL_WATTS_PER_KELVIN = 2.6;
    private static final double HOT_WATER = 42;
    private static final double COLD_WATER = 11;

    /** What a person at a desk breathes out an hour, in m³ of CO₂ and grams of water. */
    private static final double CO2_A_PERSON = 0.0187;

    private static final double WATER_A_PERSON = 55;
    private static final double KILOGRAMS_A_CUBIC_METRE = 1.2;

    private final Room room;
    private final double area;
    private final double volume;
    private final Map<Side, Double> facades;
    private double temperature;
    private double co2;
    private double vapour;
    private boolean windowOpen;

    Air(Room room, double temperature, double co2, double vapour) {
        this.room = room;
        this.area = room.area();
        this.volume = room.volume();
        this.facades = room.facades();
        this.temperature = temperature;
        this.co2 = co2;
        this.vapour = vapour;
    }

    double temperature() {
        return temperature;
    }

    double co2() {
        return co2;
    }

    double vapour() {
        return vapour;
    }

    /**
     * Lets time pass.
     *
     * @param fromNeighbours what comes through the inner walls, in watts
     */
    void pass(double seconds, Load load, Outdoors outdoors, double fromNeighbours) {
        mindTheWindow(load, outdoors);
        double hours = seconds / 3600;
        double drawn = CRACKS + (windowOpen ? WINDOW : 0);
        double blown = FANS * load.drive().flow();
        double watts = fromNeighbours + fromOutside(outdoors, drawn + LOST_BY_FANS * blown) + fromInside(load);
        temperature += watts * seconds / (CAPACITY * area);
        double changes = Math.min(1, (drawn + blown) * hours);
        co2 += load.people() * CO2_A_PERSON * hours / volume * 1e6 + (outdoors.co2() - co2) * changes;
        vapour += load.people() * WATER_A_PERSON * hours / (volume * KILOGRAMS_A_CUBIC_METRE)
                + (outdoors.vapour() - vapour) * changes;
    }

    /** People open a window when it is stuffy or hot and not too cold or hotter outside, and shut it when it is good. */
    private void mindTheWindow(Load load, Outdoors outdoors) {
        boolean stuffy = co2 > 1_450 || (temperature > 25.5 && outdoors.temperature() < temperature - 1);
        boolean good = co2 < 1_000 && temperature < 24;
        windowOpen = load.people() > 0 && !facades.isEmpty() && (windowOpen ? !good : stuffy);
    }

    private double fromOutside(Outdoors outdoors, double airChanges) {
        double metres = 0;
        double sun = 0;
        for (var facade : facades.entrySet()) {
            metres += facade.getValue();
            sun += facade.getValue() * outdoors.on(facade.getKey());
        }
        double shade = temperature > 23.5 ? BEHIND_BLINDS : 1;
        return (outdoors.temperature() - temperature) * (metres * OUTER_WALL + airChanges * volume * AIR_CARRIES)
                + sun * GLASS * SUN_THROUGH_GLASS * shade;
    }

    private double fromInside(Load load) {
        double water = load.heating() ? HOT_WATER : COLD_WATER;
        double coil = load.drive().coil() * COIL_WATTS_PER_KELVIN * area * (water - temperature);
        double radiator = Math.clamp((load.wanted() - temperature) * 0.8, 0, 1) * RADIATOR_WATTS * area;
        return load.people() * WATTS_A_PERSON
                + Math.min(load.people(), room.places()) * WATTS_A_PLACE
                + room.equipment()
                + coil
                + radiator;
    }
}
