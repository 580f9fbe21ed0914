package org.bmac.node.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bmac.access.Actor;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.node.Configuring;
import org.bmac.node.Module;
import org.bmac.node.NodeSetup;
import org.bmac.node.Pin;
import org.bmac.point.PointId;

/** What a node is to be: says at once what speaks against it, keeps it, sends it, and says whether the node took it. */
class ConfigurationCard extends Card {
    private final Configuring configuring;
    private final Actor actor;
    private final Node node;
    private final Supplier<List<Point>> has;
    private final Consumer<Node> saved;
    private final TextField location = new TextField("Location");
    private final ModuleChoice modules = new ModuleChoice();
    private final Div points = new Div();
    private final Div pins = new Div();
    private final UnorderedList objections = new UnorderedList();
    private final SharedValueSignal<String> answer = new SharedValueSignal<>("");

    /**
     * @param has the points that the node has now
     * @param saved is told what is kept now
     */
    ConfigurationCard(
            Configuring configuring, Actor actor, Node node, Supplier<List<Point>> has, Consumer<Node> saved) {
        super("Configuration");
        this.configuring = configuring;
        this.actor = actor;
        this.node = node;
        this.has = has;
        this.saved = saved;
        boolean firmware = node.dialect() == Dialect.FIRMWARE && node.uid() != null;
        fillLocation();
        modules.setVisible(firmware);
        modules.setValue(Module.of(node.modules()));
        modules.addValueChangeListener(_ -> object());
        showPoints();
        points.addClassName("pin-rows");
        pins.addClassName("pin-rows");
        objections.addClassName("node-troubles");
        objections.getElement().setAttribute("role", "alert");
        objections.setVisible(false);
        add(location, modules, new H3("Points"), points, pins);
        if (firmware) {
            add(new Button("Add an output on a pin", _ -> addPin()));
        }
        add(objections, buttons(), said());
    }

    private void fillLocation() {
        location.setValue(node.location());
        location.setReadOnly(node.uid() == null);
        location.setHelperText(
                node.dialect().ours()
                        ? "What the node is to call itself in its messages: no blank and none of ; / + #."
                        : "What the device is called here: none of ; / + #. It is not told.");
        location.setValueChangeMode(ValueChangeMode.LAZY);
        location.addValueChangeListener(_ -> object());
        location.setManualValidation(true);
    }

    private void addPin() {
        PinRow row = new PinRow(this::object, this::leaveOut);
        pins.add(row);
    }

    private void leaveOut(PinRow row) {
        pins.remove(row);
        object();
    }

    private Div buttons() {
        Button both = new Button("Save and send", _ -> keep(true));
        both.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons =
                new Div(both, new Button("Save", _ -> keep(false)), new Button("Send what is saved", _ -> send()));
        if (!node.tellable()) {
            buttons = new Div(new Button("Save", _ -> keep(false)));
        }
        buttons.addClassName("node-actions");
        return buttons;
    }

    private Paragraph said() {
        Paragraph said = new Paragraph();
        said.getElement().setAttribute("role", "status");
        said.bindText(answer);
        return said;
    }

    private Optional<NodeSetup> setup() {
        List<Pin> chosen = new ArrayList<>();
        Map<PointId, String> names = new HashMap<>();
        Map<PointId, Duration> periods = new HashMap<>();
        List<PinRow> rows = pins.getChildren().map(PinRow.class::cast).toList();
        rows.forEach(row -> row.get().ifPresent(chosen::add));
        List<PointRow> known = points.getChildren().map(PointRow.class::cast).toList();
        for (PointRow row : known) {
            names.put(row.point().id(), row.name());
            row.period().ifPresent(period -> periods.put(row.point().id(), period));
        }
        boolean whole = chosen.size() == rows.size() && known.stream().allMatch(PointRow::fits);
        Set<Module> mask = modules.isVisible() ? modules.getValue() : Module.of(node.modules());
        return whole ? Optional.of(new NodeSetup(location.getValue(), mask, chosen, names, periods)) : Optional.empty();
    }

    /** Says what speaks against what is chosen now; true when nothing does. */
    private boolean object() {
        List<String> sentences =
                setup().map(setup -> configuring.objections(node.id(), setup)).orElse(List.of());
        objections.removeAll();
        sentences.forEach(sentence -> objections.add(new ListItem(sentence)));
        objections.setVisible(!sentences.isEmpty());
        return sentences.isEmpty();
    }

    private void keep(boolean andSend) {
        Optional<NodeSetup> wanted = setup();
        if (wanted.isEmpty() || !object()) {
            answer.set("Not saved: something is missing or does not fit.");
            return;
        }
        try {
            Node now = configuring.save(actor, Origin.here(), node.id(), wanted.get());
            answer.set(andSend || !node.tellable() ? "Saved." : "Saved. The node does not know of it yet: send it.");
            pins.removeAll();
            showPoints();
            saved.accept(now);
        } catch (IllegalArgumentException refusal) {
            answer.set("Not saved: " + refusal.getMessage());
            return;
        }
        if (andSend) {
            send();
        }
    }

    /** Shows the points that the node has by now. */
    private void showPoints() {
        points.removeAll();
        has.get().forEach(point -> points.add(new PointRow(node, point)));
    }

    private void send() {
        answer.set("Sent; waiting for the node …");
        configuring.send(actor, Origin.here(), node.id(), answer::set);
    }
}
