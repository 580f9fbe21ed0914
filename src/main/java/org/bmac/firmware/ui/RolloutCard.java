package org.bmac.firmware.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bmac.access.Actor;
import org.bmac.building.Building;
import org.bmac.building.NodeId;
import org.bmac.firmware.Rollout;
import org.bmac.firmware.Rollouts;
import org.springframework.security.access.AccessDeniedException;

/** How a roll-out goes, node by node, and what can be done about it. */
class RolloutCard extends Div {
    private static final int MOST = 200;

    private final Rollouts rollouts;
    private final Actor actor;
    private final Runnable changed;
    private final Div head = new Div();
    private final Paragraph counts = new Paragraph();
    private final Paragraph said = new Paragraph();
    private final Div deeds = new Div();
    private final NativeTable table = new NativeTable();
    private Rollout shown;

    /** @param changed is told when somebody has done something about it here */
    RolloutCard(Rollouts rollouts, Actor actor, Building seen, Rollout rollout, Runnable changed) {
        this.rollouts = rollouts;
        this.actor = actor;
        this.changed = changed;
        this.shown = rollout;
        addClassName("firmware-card");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Roll-out of " + rollout.words());
        head.addClassName("firmware-head");
        deeds.addClassName("firmware-end");
        counts.getElement().setAttribute("role", "status");
        said.addClassName("firmware-wrong");
        table.addClassName("firmware-table");
        NativeTableRow header = new NativeTableRow();
        Stream.of("Node", "State", "Says it runs", "Last heard of it")
                .map(NativeTableHeaderCell::new)
                .forEach(header::add);
        table.getHead().add(header);
        NativeDetails nodes = new NativeDetails("Nodes", table);
        nodes.setOpen(rollout.state().isOpen());
        add(head, counts, said, deeds, nodes);
        draw(seen);
    }

    int number() {
        return shown.id();
    }

    /** Draws it anew when it is otherwise than before. */
    void show(Rollout rollout, Building seen) {
        if (!rollout.equals(shown)) {
            shown = rollout;
            draw(seen);
        }
    }

    private void draw(Building seen) {
        head.removeAll();
        head.add(
                new H3(shown.words()),
                chip(shown.state().label(), shown.state().name()),
                new Span(Words.moment(shown.at()) + " by " + shown.by() + ", "
                        + shown.patience().toSeconds() + " s for each node"));
        counts.setText(counts());
        said.setText(shown.reason());
        said.setVisible(!shown.reason().isEmpty());
        deeds.removeAll();
        switch (shown.state()) {
            case RUNNING -> deeds.add(deed("Pause", rollouts::pause), deed("End", rollouts::end));
            case PAUSED -> deeds.add(deed("Go on", rollouts::resume), deed("End", rollouts::end));
            case STOPPED ->
                deeds.add(deed("Try those that failed again", rollouts::resume), deed("End", rollouts::end));
            case ENDED, DONE -> {}
        }
        deeds.add(deed("Roll back", rollouts::rollBack));
        table.getBody().removeAll();
        shown.parts().stream().limit(MOST).map(part -> row(part, seen)).forEach(table.getBody()::add);
    }

    private String counts() {
        StringBuilder words = new StringBuilder(Words.count(shown.parts().size(), "node"));
        for (Rollout.Progress progress : List.of(
                Rollout.Progress.BACK,
                Rollout.Progress.FETCHED,
                Rollout.Progress.ASKED,
                Rollout.Progress.WAITING,
                Rollout.Progress.FAILED)) {
            long count = shown.count(progress);
            if (count > 0) {
                words.append(", ")
                        .append(count)
                        .append(' ')
                        .append(label(progress).toLowerCase(Locale.ENGLISH));
            }
        }
        return words.append('.').toString();
    }

    /** Nobody waits in a roll-out that somebody has ended. */
    private String label(Rollout.Progress progress) {
        return progress == Rollout.Progress.WAITING && shown.state() == Rollout.State.ENDED
                ? "Not asked"
                : progress.label();
    }

    private NativeTableRow row(Rollout.Part part, Building seen) {
        NodeId id = part.node();
        String name = seen.node(id).map(node -> node.location()).orElse("a node that is not seen here");
        NativeTableRow row = new NativeTableRow();
        NativeTableCell state = new NativeTableCell();
        state.add(chip(label(part.progress()), part.progress().name()));
        String version = rollouts.version(id);
        row.add(
                new NativeTableCell(name),
                state,
                new NativeTableCell(version == null ? "not said" : version),
                new NativeTableCell(part.reason()));
        return row;
    }

    private static Span chip(String label, String state) {
        Span chip = new Span(label);
        chip.addClassName("firmware-state");
        chip.getElement().setAttribute("data-state", state.toLowerCase(Locale.ROOT));
        return chip;
    }

    @FunctionalInterface
    private interface Deed {
        void does(Actor by, String origin, int rollout);
    }

    private Button deed(String label, Deed deed) {
        return new Button(label, _ -> {
            try {
                deed.does(actor, Origin.here(), shown.id());
                changed.run();
            } catch (IllegalArgumentException | AccessDeniedException refusal) {
                said.setText(refusal.getMessage());
                said.setVisible(true);
            }
        });
    }
}
