package org.bmac.node.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.building.Node;
import org.bmac.node.Admitting;
import org.bmac.node.Shut;

/** Gives a node its place, or keeps it out. */
class ShutCard extends Card {
    private final Admitting admitting;
    private final Actor actor;
    private final Node node;
    private final Paragraph words = new Paragraph();
    private final Div buttons = new Div();

    ShutCard(Admitting admitting, Actor actor, Node node) {
        super("Place and admission");
        this.admitting = admitting;
        this.actor = actor;
        this.node = node;
        words.getElement().setAttribute("role", "status");
        buttons.addClassName("node-actions");
        add(words, buttons);
        show();
    }

    private void show() {
        Optional<Shut> shut = admitting.of(node.id());
        words.setText(shut.map(this::words).orElse(node.placed() ? "It has its place." : "It has no place yet."));
        buttons.removeAll();
        if (shut.isPresent()) {
            buttons.add(new Button(
                    shut.get().how() == Shut.How.BLOCKED ? "Unblock" : "Do not ignore any more",
                    _ -> act(() -> admitting.letIn(actor, Origin.here(), node.id()))));
            return;
        }
        if (!node.placed()) {
            Anchor place = new Anchor("unplaced/" + node.id().number(), "Give it a place");
            place.getElement().setAttribute("router-link", "");
            buttons.add(place, new Button("Ignore", _ -> act(() -> admitting.ignore(actor, Origin.here(), node.id()))));
        }
        buttons.add(new Button("Block", _ -> act(() -> admitting.block(actor, Origin.here(), node.id()))));
    }

    private String words(Shut shut) {
        String by = " by " + shut.by() + ", " + Moments.exact(shut.since()) + ".";
        return switch (shut.how()) {
            case IGNORED -> "Ignored" + by + " It is listened to, but nobody is asked to place it.";
            case BLOCKED -> "Blocked" + by + " What it says is dropped and counted.";
        };
    }

    private void act(Runnable what) {
        what.run();
        show();
    }
}
