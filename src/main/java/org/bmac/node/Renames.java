package org.bmac.node;

import java.util.HashMap;
import java.util.Map;
import org.bmac.building.BuildingChanged;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notices nodes that were given another location, whoever gave it: they go on calling themselves as before until told. */
@Component
class Renames {
    private final Buildings buildings;
    private final Addresses addresses;
    private final Map<NodeId, Node> last = new HashMap<>();

    Renames(Buildings buildings, Addresses addresses) {
        this.buildings = buildings;
        this.addresses = addresses;
        buildings.current().nodes().forEach(node -> last.put(node.id(), node));
    }

    @EventListener
    synchronized void on(BuildingChanged changed) {
        Map<NodeId, Node> now = new HashMap<>();
        for (Node node : buildings.current().nodes()) {
            now.put(node.id(), node);
            Node before = last.get(node.id());
            if (before != null && before.uid() != null && !before.location().equals(node.location())) {
                addresses.renamed(before);
            }
        }
        last.clear();
        last.putAll(now);
    }
}
