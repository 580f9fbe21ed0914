package org.bmac.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bmac.point.PointId;

/**
 * How an engineer wants a node.
 *
 * @param location its name on the wire
 * @param modules none for BMaC 5, whose nodes say themselves what they have
 * @param pins new outputs of a firmware node
 * @param names of the points that it has already
 * @param periods how often points of a BMaC 5 node are to report, in whole seconds; zero for on change only
 */
public record NodeSetup(
        String location,
        Set<Module> modules,
        List<Pin> pins,
        Map<PointId, String> names,
        Map<PointId, Duration> periods) {
    public NodeSetup {
        location = location.strip();
        modules = Set.copyOf(modules);
        pins = List.copyOf(pins);
        names = Map.copyOf(names);
        periods = Map.copyOf(periods);
    }
}
