package org.bmac.node;

import java.util.Set;
import org.bmac.access.Actor;
import org.bmac.access.Reach;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.Placement;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Lets people place nodes, as far as they may configure: where a node is, and where it goes. What has no place yet is for
 * those only who may configure the whole building. May be called on any thread.
 */
@Component
public class Placing {
    private final Configuration configuration;
    private final Buildings buildings;
    private final Rights rights;
    private final Tending tending;

    Placing(Configuration configuration, Buildings buildings, Rights rights, Tending tending) {
        this.configuration = configuration;
        this.buildings = buildings;
        this.rights = rights;
        this.tending = tending;
    }

    /** Whether this actor may configure everything, and so also what has no place yet. */
    public boolean mayPlaceAll(Actor by) {
        return reach(by).everywhere();
    }

    /** As much of the building as this actor may configure. */
    public Building within(Actor by) {
        return Rights.seen(reach(by), buildings.current());
    }

    /** Whether this actor may place this node anew. */
    public boolean mayPlace(Actor by, Node node) {
        Building building = buildings.current();
        Reach reach = reach(by);
        return reach.holds(node.placement(), building)
                && (reach.everywhere() || building.pointsOf(node.id()).stream().allMatch(reach::holds));
    }

    /**
     * As {@link Configuration#assign}, for a person; written in the audit with what goes out, before it does.
     *
     * @param origin the display or browser
     * @throws AccessDeniedException when the actor may not configure where the node is
     * @throws IllegalArgumentException with a sentence also when the actor may not configure where it goes, or another source
     *     with this location that would become part of it
     */
    public Node assign(
            Actor by, String origin, NodeId id, String location, Set<Module> modules, @Nullable Placement placement) {
        Building building = buildings.current();
        Node holder = building.nodeOfLocation(location);
        if (building.node(id).filter(node -> mayPlace(by, node)).isEmpty()) {
            throw new AccessDeniedException(by.name() + " may not place this node.");
        }
        if (holder != null && !holder.id().equals(id) && !mayPlace(by, holder)) {
            throw new IllegalArgumentException("another node is called '" + location + "' already");
        }
        if (!reach(by).holds(placement, building)) {
            throw new IllegalArgumentException("you may not place a node there");
        }
        Node node = configuration.keep(id, location, modules, placement);
        tending.note(by, origin, node, "Placed.", configuration.messages(node));
        configuration.send(node);
        return node;
    }

    private Reach reach(Actor by) {
        return rights.reach(by, Right.CONFIGURE);
    }
}
