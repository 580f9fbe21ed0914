package org.bmac.node.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.building.Building;
import org.bmac.building.NodeId;
import org.bmac.node.Headcount;

/** Asks all nodes whether they are there; says who answered and who did not. */
class RollCallCard extends Div {
    private static final int MOST = 50;

    private final Headcount headcount;
    private final Actor actor;
    private final Paragraph words = new Paragraph();
    private final UnorderedList missing = new UnorderedList();
    private List<NodeId> shown = List.of();
    private boolean wanted;

    RollCallCard(Headcount headcount, Actor actor) {
        this.headcount = headcount;
        this.actor = actor;
        addClassName("roll-call");
        words.getElement().setAttribute("role", "status");
        missing.setVisible(false);
        add(new Button("Roll call", _ -> call()), words, missing);
    }

    private void call() {
        try {
            headcount.start(actor, Origin.here());
            wanted = true;
            words.setText("All nodes are asked …");
        } catch (IllegalArgumentException refusal) {
            wanted = false;
            words.setText(refusal.getMessage());
        }
    }

    /** Looks how it stands; says nothing of one that was not begun here. */
    void look(Building building) {
        if (wanted) {
            headcount.last().ifPresent(result -> show(result, building));
        }
    }

    private void show(Headcount.Result result, Building building) {
        String text = sentence(result);
        if (!text.equals(words.getText())) {
            words.setText(text);
        }
        List<NodeId> silent = result.over() ? result.missing() : List.of();
        if (!silent.equals(shown)) {
            shown = silent;
            missing.removeAll();
            silent.stream()
                    .limit(MOST)
                    .flatMap(id -> building.node(id).stream())
                    .forEach(
                            node -> missing.add(new ListItem(NodeWords.name(node) + " (" + NodeWords.uid(node) + ")")));
        }
        missing.setVisible(!silent.isEmpty());
    }

    private static String sentence(Headcount.Result result) {
        String count =
                result.answered().size() + " of " + Moments.count(result.asked().size(), "node") + " answered";
        Optional<Duration> slowest = result.answered().values().stream().max(Comparator.naturalOrder());
        String within = slowest.map(last -> ", the last after " + last.toMillis() + " ms")
                .orElse("");
        if (!result.over()) {
            return count + " so far …";
        }
        int silent = result.missing().size();
        String others = silent == 0
                ? "."
                : silent > MOST ? ". The first " + MOST + " of those that did not:" : ". These did not:";
        return count + within + others;
    }
}
