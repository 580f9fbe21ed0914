package org.bmac.node.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.Consumer;
import org.bmac.access.Actor;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.node.Admitting;
import org.bmac.node.Configuring;
import org.bmac.node.Upkeep;

/** Makes the parts of a node's page with which an engineer changes or sends something. */
@org.springframework.stereotype.Component // the other Component is the one that is made
class NodeDesk {
    private final Upkeep upkeep;
    private final Configuring configuring;
    private final Admitting admitting;
    private final Buildings buildings;

    NodeDesk(Upkeep upkeep, Configuring configuring, Admitting admitting, Buildings buildings) {
        this.upkeep = upkeep;
        this.configuring = configuring;
        this.admitting = admitting;
        this.buildings = buildings;
    }

    boolean may(Actor actor, Node node) {
        return upkeep.may(actor, node);
    }

    Component actions(Actor actor, Node node) {
        return new NodeActions(upkeep, actor, node);
    }

    /** @param saved is told when the node is another one now */
    List<Component> cards(Actor actor, Node node, Consumer<Node> saved) {
        return List.of(
                new ConfigurationCard(
                        configuring, actor, node, () -> buildings.current().pointsOf(node.id()), saved),
                new ShutCard(admitting, actor, node));
    }
}
