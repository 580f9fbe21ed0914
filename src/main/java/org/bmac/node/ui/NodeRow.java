package org.bmac.node.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.bmac.building.Node;
import org.bmac.node.NodeFacts;

/** One node in short; the whole row leads to its page. */
class NodeRow extends NativeTableRow {
    private final Anchor link = new Anchor();
    private final Span uid = quiet();
    private final StateChip state = new StateChip();
    private final Span seen = quiet();
    private final Span place = new Span();
    private final Span dialect = new Span();
    private final Span version = new Span();
    private final Span modules = quiet();
    private final Span trouble = new Span();

    NodeRow() {
        link.addClassName("node-open");
        link.getElement().setAttribute("router-link", "");
        trouble.addClassName("node-trouble");
        cell("node-name", "", link, uid);
        cell("node-is", "State", state, seen);
        cell("node-place", "Place", place);
        cell("node-dialect", "Dialect", dialect, version);
        cell("node-modules", "Modules", modules);
        cell("node-wrong", "Trouble", trouble);
    }

    private static Span quiet() {
        Span span = new Span();
        span.addClassName("quiet");
        return span;
    }

    /** @param label what a card says in front of it, where there is no head of a table */
    private void cell(String name, String label, Component... content) {
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName(name);
        cell.getElement().setAttribute("data-label", label);
        cell.add(content);
        add(cell);
    }

    void show(NodeFacts facts, Instant now) {
        Node node = facts.node();
        link.setHref(NodeWords.address(node));
        link.setText(NodeWords.name(node));
        uid.setText(NodeWords.uid(node));
        state.show(facts.state());
        seen.setText(Moments.ago(facts.lastSeen(), now));
        place.setText(NodeWords.place(facts));
        dialect.setText(NodeWords.dialect(node));
        version.setText(facts.told().version() == null ? "" : " " + facts.told().version());
        modules.setText(NodeWords.modules(node));
        trouble.setText(facts.troubles().isEmpty() ? "" : facts.troubles().getFirst());
        trouble.setVisible(!facts.troubles().isEmpty());
    }
}
