package org.bmac.node.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import org.bmac.access.Actor;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.node.Upkeep;

/** What an engineer may have a node do at once. */
class NodeActions extends Div {
    private final Upkeep upkeep;
    private final Actor actor;
    private final Node node;
    private final SharedValueSignal<String> answer = new SharedValueSignal<>("");

    NodeActions(Upkeep upkeep, Actor actor, Node node) {
        this.upkeep = upkeep;
        this.actor = actor;
        this.node = node;
        addClassName("node-actions");
        Paragraph said = new Paragraph();
        said.getElement().setAttribute("role", "status");
        said.bindText(answer);
        if (!node.tellable()) {
            add(new Paragraph(
                    node.uid() == null
                            ? "Nothing can be sent to it: only its location is known, not its UID."
                            : "It is a device of another world: only its outputs can be commanded."));
            return;
        }
        add(new Button("Ping", _ -> ping()), new Button("Report", _ -> report()));
        if (node.dialect() == Dialect.FIRMWARE) {
            add(new Button("Restart …", _ -> askToRestart()));
        }
        add(said);
    }

    private void ping() {
        answer.set("Asked; waiting for the node …");
        upkeep.ping(actor, Origin.here(), node.id(), answer::set);
    }

    private void report() {
        upkeep.report(actor, Origin.here(), node.id());
        answer.set("Asked for a report; what it says appears above.");
    }

    private void askToRestart() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Restart " + node.location() + "?");
        dialog.setText("For some seconds it senses nothing and obeys no command, and its outputs may go off.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Restart");
        dialog.addConfirmListener(_ -> restart());
        dialog.open();
    }

    private void restart() {
        upkeep.restart(actor, Origin.here(), node.id());
        answer.set("Told to restart. It says hello when it is back.");
    }
}
