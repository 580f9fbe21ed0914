package org.bmac.simulator;

import java.util.List;
import org.bmac.node.Module;
import org.bmac.point.Kind;

/**
 * What can be soldered to a firmware node, and the points that come of it. Fans and valves are wired as the original
 * air-conditioning control expects them: fan 1, 2, 3 on GPIO 14, 12, 13, and the valves of their coils on pins 1, 2, 3 of
 * the IO chip, open or shut. Pins 5 to 7 switch relays.
 */
enum Equipment {
    BME280(List.of(Module.THP), new Part(Kind.TEMPERATURE, 0), new Part(Kind.HUMIDITY, 0), new Part(Kind.PRESSURE, 0)),
    /** The cheaper sensor on the same module knows no pressure. */
    DHT22(List.of(Module.THP), new Part(Kind.TEMPERATURE, 0), new Part(Kind.HUMIDITY, 0)),
    CO2(List.of(Module.CO2), new Part(Kind.CO2, 0)),
    COFFEE_COUNTERS(
            List.of(Module.JURA),
            new Part(Kind.ESPRESSO, 0),
            new Part(Kind.DOUBLE_ESPRESSO, 0),
            new Part(Kind.COFFEE, 0),
            new Part(Kind.DOUBLE_COFFEE, 0)),
    COFFEE_TERMINAL(List.of(Module.JURA_TERM)),
    MOTION(List.of(Module.MOTION), new Part(Kind.MOTION, 0)),
    FAN_COIL(List.of(Module.PWM, Module.IO), fan(1), valve(1)),
    TWO_FAN_COILS(List.of(Module.PWM, Module.IO), fan(1), fan(2), valve(1), valve(2)),
    THREE_FAN_COILS(List.of(Module.PWM, Module.IO), fan(1), fan(2), fan(3), valve(1), valve(2), valve(3)),
    TWO_LIGHTS(
            List.of(Module.IO),
            new Part(Kind.RELAY, 5, "Light desk", Role.LIGHT),
            new Part(Kind.RELAY, 6, "Light back", Role.LIGHT)),
    CHANGEOVER(List.of(Module.SWITCH), new Part(Kind.CHANGEOVER, 0)),
    PLANT(List.of(Module.PLANT), new Part(Kind.MOISTURE, 0), new Part(Kind.WEIGHT, 0));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Module> modules;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Part> parts;

    Equipment(List<Module> modules, Part... parts) {
        this.modules = modules;
        this.parts = List.of(parts);
    }

    List<Module> modules() {
        return modules;
    }

    List<Part> parts() {
        return parts;
    }

    private static Part fan(int number) {
        int gpio = List.of(14, 12, 13).get(number - 1);
        return new Part(Kind.FAN, gpio, "Fan " + number, Role.FAN_COIL);
    }

    private static Part valve(int number) {
        return new Part(Kind.VALVE, number, "Valve " + number, Role.FAN_COIL);
    }
}
