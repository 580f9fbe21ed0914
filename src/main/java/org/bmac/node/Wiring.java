package org.bmac.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bmac.point.Kind;

/** What speaks against modules and pins together, in words. Pure. */
final class Wiring {
    private static final int HIGHEST_IO_PIN = 7;

    private Wiring() {}

    /**
     * A sentence for each objection; empty when all of it can run together.
     *
     * @param pins the outputs; those whose module is not chosen rest
     */
    static List<String> objections(Set<Module> modules, List<Pin> pins) {
        List<String> all = new ArrayList<>();
        between(modules, all);
        Map<String, Pin> taken = new HashMap<>();
        for (Pin pin : pins) {
            Pin other = taken.putIfAbsent(pin.place(), pin);
            if (other != null && modules.contains(pin.module())) {
                all.add(pin.place() + " is given to " + other.words() + " and to " + pin.words()
                        + ". One pin drives one output.");
            }
            if (modules.contains(pin.module())) {
                of(pin, modules, all);
            }
        }
        return all;
    }

    private static void between(Set<Module> modules, List<String> all) {
        List<Module> ordered = modules.stream().sorted().toList();
        for (int i = 0; i < ordered.size(); i++) {
            for (Module other : ordered.subList(i + 1, ordered.size())) {
                if (ordered.get(i).conflictsWith(other)) {
                    all.add(ordered.get(i).label() + " and " + other.label() + " both need "
                            + common(ordered.get(i), other) + ". A node can run only one of them.");
                }
            }
        }
    }

    private static String common(Module one, Module other) {
        return one.pins().stream()
                .filter(other.pins()::contains)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" and ", "GPIO ", ""));
    }

    private static void of(Pin pin, Set<Module> modules, List<String> all) {
        int highest = pin.kind() == Kind.FAN ? PwmRequest.HIGHEST_PIN : HIGHEST_IO_PIN;
        if (pin.channel() < 0 || pin.channel() > highest) {
            all.add(pin.words() + " is on " + pin.place() + ", but there are only 0 to " + highest + ".");
        } else if (pin.kind() == Kind.FAN) {
            if (pin.channel() >= 6 && pin.channel() <= 11) {
                all.add(pin.words() + " is on " + pin.place() + ", where the node has its memory.");
            }
            modules.stream()
                    .filter(module -> module.pins().contains(pin.channel()))
                    .sorted()
                    .forEach(module -> all.add(pin.words() + " is on " + pin.place() + ", which " + module.label()
                            + " needs. Give it another one."));
        }
    }
}
