package org.bmac.node.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.node.NodeFacts;
import org.bmac.node.NodeLog;
import org.bmac.node.Nodes;
import org.jspecify.annotations.Nullable;

/** Everything about one node, by its UID or its number. Follows what happens every two seconds. */
@Route("nodes/:node([0-9a-fA-F]{12}|[0-9]{1,9})")
@RolesAllowed("VIEWER")
class NodeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int UID_LENGTH = 12;

    private final Nodes nodes;
    private final NodeDesk desk;
    private final NodeLog log;
    private final Buildings buildings;
    private final Actor actor;
    private final Clock clock;
    private final H1 heading = new H1();
    private final NodeHead head = new NodeHead();
    private final CountsCard counts = new CountsCard();
    private String since = "";
    private @Nullable LogCard lines;
    private @Nullable NodeId shown;

    NodeView(
            Nodes nodes, NodeDesk desk, NodeLog log, Buildings buildings, SignedIn signedIn, Ticks ticks, Clock clock) {
        this.nodes = nodes;
        this.desk = desk;
        this.log = log;
        this.buildings = buildings;
        this.actor = signedIn.actor().orElseThrow();
        this.clock = clock;
        addClassName("node-page");
        Signal.effect(this, () -> {
            ticks.count().get();
            look();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get("node").orElseThrow();
        NodeFacts facts = find(name)
                .flatMap(node -> nodes.of(actor, node.id()))
                .orElseThrow(() -> new NotFoundException("no node " + name));
        open(facts.node());
    }

    private Optional<Node> find(String name) {
        Building building = buildings.current();
        return name.length() == UID_LENGTH
                ? Optional.ofNullable(building.nodeOfUid(name.toLowerCase(Locale.ROOT)))
                : building.node(new NodeId(Integer.parseInt(name)));
    }

    private void open(Node node) {
        removeAll();
        shown = node.id();
        since = buildings.knownSince(node.id()).map(Moments::exact).orElse("");
        LogCard newLines = new LogCard(log, actor, node.id());
        lines = newLines;
        heading.setText(NodeWords.name(node));
        Anchor back = new Anchor("nodes", "All nodes");
        back.getElement().setAttribute("router-link", "");
        add(back, heading, head);
        boolean engineer = desk.may(actor, node);
        if (engineer) {
            add(desk.actions(actor, node));
        }
        LiveValues values = new LiveValues(node.location()).leadingToHistory();
        add(new Card("Points", values));
        if (engineer) {
            desk.cards(actor, node, now -> renamed(now, values)).forEach(this::add);
        }
        add(newLines, counts);
        look();
    }

    private void renamed(Node now, LiveValues values) {
        heading.setText(NodeWords.name(now));
        values.show(now.location());
    }

    private void look() {
        if (shown != null && lines != null) {
            nodes.of(actor, shown).ifPresent(this::show);
            lines.look();
        }
    }

    private void show(NodeFacts now) {
        head.show(now, since, clock.instant());
        counts.show(now.counts());
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · BMaC";
    }
}
