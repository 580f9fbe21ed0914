package org.bmac.node.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.node.Admitting;
import org.bmac.node.Echo;
import org.bmac.node.Placing;

/** What has been heard from nodes that nobody has placed yet, and the form that places one. */
@Route("unplaced/:node?([0-9]{1,9})")
@PageTitle("Unplaced · BMaC")
@Menu(title = "Unplaced", order = 30, icon = "unplaced")
@RolesAllowed("ENGINEER")
class UnplacedView extends Div implements BeforeEnterObserver {
    private static final String NOBODY = "Every node that has been heard has its place, or is ignored or blocked.";
    private static final String NOT_YOURS = "Only who may configure the whole building sees what has no place yet.";
    private static final String CHOOSE = "Choose a node to give it its place.";

    private final Buildings buildings;
    private final Placing placing;
    private final Admitting admitting;
    private final Actor actor;
    private final Echo echo;
    private final UnplacedList list = new UnplacedList();
    private final Paragraph advice = new Paragraph();
    private final Div form = new Div();
    private Optional<NodeId> chosen = Optional.empty();

    UnplacedView(
            Buildings buildings,
            BuildingNews news,
            Placing placing,
            Admitting admitting,
            SignedIn signedIn,
            Echo echo) {
        this.buildings = buildings;
        this.placing = placing;
        this.admitting = admitting;
        this.actor = signedIn.actor().orElseThrow();
        this.echo = echo;
        addClassName("unplaced-view");
        form.addClassName("unplaced-form");
        Div heard = new Div(new H1("Unplaced"), advice, list);
        heard.addClassName("unplaced-heard");
        add(heard, form);
        Signal.effect(this, () -> {
            news.building().get();
            list(placing.within(actor));
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Building building = placing.within(actor);
        chosen = event.getRouteParameters().getInteger("node").map(NodeId::new);
        list(building);
        form.removeAll();
        chosen.flatMap(building::node)
                .filter(node -> placing.mayPlace(actor, node))
                .map(node -> form(node, building))
                .ifPresent(this::open);
    }

    /** On a narrow page the form stands below the list, out of sight. */
    private void open(NodeForm chosenForm) {
        form.add(chosenForm);
        chosenForm.scrollIntoView();
    }

    private void list(Building building) {
        list.show(building, id -> admitting.of(id).isEmpty(), chosen, buildings::knownSince);
        advice.setText(
                list.getChildren().findAny().isPresent() ? CHOOSE : placing.mayPlaceAll(actor) ? NOBODY : NOT_YOURS);
    }

    private NodeForm form(Node node, Building building) {
        return new NodeForm(node, building.floors(), (wish, answer) -> save(node, wish, answer));
    }

    private void save(Node node, NodeForm.Wish wish, NodeForm.Answer answer) {
        Node saved = placing.assign(actor, Origin.here(), node.id(), wish.location(), wish.modules(), wish.placement());
        if (!saved.tellable()) {
            answer.say("Saved.");
            return;
        }
        answer.say("Saved and sent; waiting for the node …");
        echo.ask(saved, said -> answer.say("Saved and sent. " + said));
    }
}
