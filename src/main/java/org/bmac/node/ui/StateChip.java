package org.bmac.node.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.bmac.node.NodeState;

/** The state of a node in a word, with a shape of its own. */
class StateChip extends Span {
    StateChip() {
        addClassName("node-state");
    }

    void show(NodeState state) {
        setText(state.label());
        getElement().setAttribute("data-state", state.name().toLowerCase(Locale.ROOT));
    }
}
