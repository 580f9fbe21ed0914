package org.bmac.node.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import org.bmac.building.Dialect;
import org.bmac.node.Module;
import org.bmac.node.NodeFacts;
import org.jspecify.annotations.Nullable;

/** What a node is and how it does. */
class NodeHead extends Div {
    private final StateChip state = new StateChip();
    private final Facts facts = new Facts();
    private final UnorderedList troubles = new UnorderedList();
    private List<String> shown = List.of();

    NodeHead() {
        addClassName("node-head");
        troubles.addClassName("node-troubles");
        add(state, troubles, facts);
    }

    /** @param since when it was heard of first */
    void show(NodeFacts now, String since, Instant at) {
        state.show(now.state());
        facts.set("UID", NodeWords.uid(now.node()));
        facts.set("Place", NodeWords.place(now));
        facts.set("Last heard", Moments.ago(now.lastSeen(), at) + " (" + Moments.exact(now.lastSeen()) + ")");
        facts.set("Known since", since);
        facts.set("Dialect", NodeWords.dialect(now.node()));
        if (now.node().dialect().ours()) {
            facts.set(
                    "Firmware",
                    now.told().version() == null
                            ? "It has not said."
                            : now.told().version());
        }
        if (now.node().dialect() == Dialect.FIRMWARE) {
            facts.set("Runs", running(now.told().running()));
        }
        show(now.troubles());
    }

    private static String running(@Nullable Integer mask) {
        if (mask == null) {
            return "It has not said.";
        }
        return mask == 0
                ? "No module"
                : String.join(", ", Module.of(mask).stream().map(Module::label).toList());
    }

    private void show(List<String> sentences) {
        if (!sentences.equals(shown)) {
            shown = sentences;
            troubles.removeAll();
            sentences.forEach(sentence -> troubles.add(new ListItem(sentence)));
        }
        troubles.setVisible(!sentences.isEmpty());
    }
}
