package org.bmac.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bmac.building.Dialect;
import org.bmac.building.Node;

/** What is wrong with a node, in words. Pure. */
final class Troubles {
    /** The wire carries 24 bits of it. */
    private static final int MASK = 0xff_ffff;

    private static final Duration AHEAD = Duration.ofSeconds(2);

    private Troubles() {}

    /** @param address the name on which its modules listen */
    static List<String> of(Node node, NodeState state, String reason, Told told, NodeCounts counts, String address) {
        List<String> all = new ArrayList<>();
        if (state == NodeState.OFFLINE) {
            all.add("Offline: " + reason + ".");
        }
        if (told.distress() != null) {
            all.add("It could not do what it was told: " + told.distress());
        }
        if (node.dialect() == Dialect.FIRMWARE) {
            firmware(all, node, told, address);
        }
        if (counts.unreadable() > 0) {
            all.add(
                    counts.unreadable() == 1
                            ? "One of its messages could not be read."
                            : counts.unreadable() + " of its messages could not be read.");
        }
        if (counts.ahead().compareTo(AHEAD) > 0) {
            all.add("Its clock is at least " + counts.ahead().toSeconds() + " s ahead.");
        }
        return all;
    }

    private static void firmware(List<String> all, Node node, Told told, String address) {
        if (node.placed()
                && node.tellable()
                && node.modules() == 0
                && node.location().equals(node.uid())) {
            all.add("It has a place, but no location and no modules yet: configure it.");
        }
        Integer running = told.running();
        if (running != null && node.modules() != 0 && (running & MASK) != (node.modules() & MASK)) {
            all.add("It runs " + words(running) + ", not " + words(node.modules()) + ".");
        }
        if (!address.equals(node.location())) {
            all.add("Its modules listen on " + address + " until it restarts.");
        }
    }

    /** The modules of a mask in words: "Motion; CO₂", or "no module". */
    static String words(int mask) {
        Set<Module> modules = Module.of(mask);
        return modules.isEmpty()
                ? "no module"
                : modules.stream().sorted().map(Module::label).collect(Collectors.joining("; "));
    }
}
