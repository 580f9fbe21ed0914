package org.bmac.node;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bmac.point.Kind;

/** A part of the firmware that a node runs or not; its bit in the node's mask, the pins that it claims, what it brings. */
public enum Module {
    THP(0x001, "Temperature, humidity, pressure", 4, 5),
    CO2(0x002, "CO₂", 1, 3),
    JURA(0x004, "Coffee counters", 1, 3),
    JURA_TERM(0x008, "Coffee machine terminal", 1, 3),
    MOTION(0x010, "Motion", 0),
    /** Fans; its pins are given by command, its points by people. */
    PWM(0x020, "Fans (PWM)"),
    /** Relays and valves; its points are given by people. */
    IO(0x040, "Relays and valves (IO)", 4, 5),
    SWITCH(0x080, "Heating/cooling switch", 5, 4, 14, 12),
    PLANT(0x100, "Plant", 16, 1, 3);

    private final int bit;
    private final String label;
    private final int pinBits;

    Module(int bit, String label, int... pins) {
        this.bit = bit;
        this.label = label;
        this.pinBits = IntStream.of(pins).map(pin -> 1 << pin).sum();
    }

    /** Its bit in a module mask. */
    public int bit() {
        return bit;
    }

    /** Its name for people, in English. */
    public String label() {
        return label;
    }

    /** The GPIO numbers that it claims by itself. */
    public Set<Integer> pins() {
        return IntStream.rangeClosed(0, PwmRequest.HIGHEST_PIN)
                .filter(pin -> ((pinBits >> pin) & 1) == 1)
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The kinds of the points that a node with it has, each on channel 0. */
    public List<Kind> brings() {
        return switch (this) {
            case THP -> List.of(Kind.TEMPERATURE, Kind.HUMIDITY, Kind.PRESSURE);
            case CO2 -> List.of(Kind.CO2);
            case JURA -> List.of(Kind.ESPRESSO, Kind.DOUBLE_ESPRESSO, Kind.COFFEE, Kind.DOUBLE_COFFEE);
            case MOTION -> List.of(Kind.MOTION);
            case SWITCH -> List.of(Kind.CHANGEOVER);
            case PLANT -> List.of(Kind.MOISTURE, Kind.WEIGHT);
            case JURA_TERM, PWM, IO -> List.of();
        };
    }

    /** Whether a node cannot run both, because they claim the same pin; never with itself. */
    public boolean conflictsWith(Module other) {
        return this != other && (pinBits & other.pinBits) != 0 && !(onTheBus() && other.onTheBus());
    }

    /** These talk to their chips over the same two wires, which is what a bus is for. */
    private boolean onTheBus() {
        return this == THP || this == IO;
    }

    /** The modules of a mask; bits without a meaning are left out. */
    public static Set<Module> of(int mask) {
        Set<Module> found = EnumSet.noneOf(Module.class);
        for (Module module : values()) {
            if ((mask & module.bit) != 0) {
                found.add(module);
            }
        }
        return found;
    }

    /** The mask of these modules. */
    public static int mask(Set<Module> modules) {
        return modules.stream().mapToInt(Module::bit).sum();
    }

    /** One sentence for each two that cannot run together; empty when all can. */
    public static List<String> conflicts(Set<Module> modules) {
        List<Module> ordered = modules.stream().sorted().toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            for (Module other : ordered.subList(i + 1, ordered.size())) {
                if (ordered.get(i).conflictsWith(other)) {
                    found.add(ordered.get(i).label + " and " + other.label + " need the same pins");
                }
            }
        }
        return found;
    }
}
