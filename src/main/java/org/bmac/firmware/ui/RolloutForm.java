package org.bmac.firmware.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bmac.access.Actor;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Zone;
import org.bmac.firmware.FirmwareImage;
import org.bmac.firmware.Rollouts;
import org.springframework.security.access.AccessDeniedException;

/** Which nodes are to have an image: all, those of a floor or a room, or some by name. */
class RolloutForm extends Div {
    private final Rollouts rollouts;
    private final Actor actor;
    private final FirmwareImage image;
    private final List<Node> candidates;
    private final Select<Where> where = new Select<>();
    private final MultiSelectComboBox<Node> only = new MultiSelectComboBox<>("Only these");
    private final IntegerField patience = new IntegerField("Time to be back");
    private final Paragraph said = new Paragraph();
    private final Button start = new Button("Start the roll-out", _ -> start());
    private final Runnable done;

    private record Where(String label, Predicate<Node> holds) {}

    /** @param done is told when it has begun, or nobody wants it any more */
    RolloutForm(Rollouts rollouts, Actor actor, Building seen, FirmwareImage image, Runnable done) {
        this.rollouts = rollouts;
        this.actor = actor;
        this.image = image;
        this.candidates = rollouts.candidates(actor, image);
        this.done = done;
        addClassName("firmware-card");
        said.getElement().setAttribute("role", "status");
        where.setLabel("Where");
        where.setItems(places(seen));
        where.setItemLabelGenerator(Where::label);
        where.setValue(where.getListDataView().getItem(0));
        where.addValueChangeListener(_ -> offer());
        only.setItemLabelGenerator(RolloutForm::words);
        only.setPlaceholder("All of them");
        only.addValueChangeListener(_ -> count());
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        patience.setMin(10);
        patience.setMax(24 * 60 * 60);
        patience.setSuffixComponent(new Span("s"));
        patience.setHelperText("10 s to 24 h, of each node");
        patience.setValue((int) rollouts.patience().toSeconds());
        Div fields = new Div(where, only, patience);
        fields.addClassName("firmware-fields");
        Div end = new Div(start, new Button("Cancel", _ -> done.run()), said);
        end.addClassName("firmware-end");
        add(
                new H2("Roll out " + image.words()),
                new Paragraph(
                        "One node goes first, then a tenth of the others, then the rest. Each time all of them have to"
                                + " be back with version " + image.version()
                                + " in time; when one is not, nobody else is asked."),
                fields,
                end);
        offer();
    }

    private static List<Where> places(Building seen) {
        List<Where> places = new ArrayList<>();
        places.add(new Where("Everywhere", _ -> true));
        for (Floor floor : seen.floors()) {
            places.add(new Where(floor.name(), node -> isOn(node.placement(), floor)));
            seen.zones().stream()
                    .filter(zone -> zone.floor().equals(floor.id()))
                    .forEach(zone ->
                            places.add(new Where(floor.name() + " › " + zone.name(), node -> isIn(node, zone))));
        }
        return places;
    }

    private static boolean isOn(@org.jspecify.annotations.Nullable Placement placement, Floor floor) {
        return placement != null && placement.floor().equals(floor.id());
    }

    private static boolean isIn(Node node, Zone zone) {
        Placement placement = node.placement();
        return placement != null && placement.floor().equals(zone.floor()) && zone.contains(placement.spot());
    }

    private static String words(Node node) {
        return node.location() + " (" + node.uid() + ")";
    }

    private List<Node> offered() {
        return candidates.stream().filter(where.getValue().holds()).toList();
    }

    private void offer() {
        only.setItems(offered());
        count();
    }

    private List<Node> chosen() {
        Set<Node> some = only.getSelectedItems();
        return some.isEmpty()
                ? offered()
                : offered().stream().filter(some::contains).toList();
    }

    private void count() {
        List<Node> nodes = chosen();
        start.setEnabled(!nodes.isEmpty());
        said.removeClassName("firmware-wrong");
        said.setText(
                nodes.isEmpty()
                        ? "There is no node here that this image is for and that you may configure."
                        : Words.count(nodes.size(), "node") + "; first "
                                + nodes.getFirst().location() + ".");
    }

    private void start() {
        try {
            Integer seconds = patience.getValue();
            if (seconds == null) {
                throw new IllegalArgumentException("Say how long a node may take, in seconds.");
            }
            rollouts.start(
                    actor,
                    Origin.here(),
                    image.id(),
                    chosen().stream().map(Node::id).toList(),
                    Duration.ofSeconds(seconds));
            done.run();
        } catch (IllegalArgumentException | AccessDeniedException refusal) {
            said.setText(refusal.getMessage());
            said.addClassName("firmware-wrong");
        }
    }
}
