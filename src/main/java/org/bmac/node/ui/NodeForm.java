package org.bmac.node.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bmac.building.Dialect;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.node.Module;

/** Gives one node its location, its place and its modules. */
class NodeForm extends Div {
    private final Node node;
    private final TextField location = new TextField("Location");
    private final SpotChoice spot;
    private final ModuleChoice modules = new ModuleChoice();
    private final SharedValueSignal<String> answer = new SharedValueSignal<>("");

    /** What the person wants of the node. */
    record Wish(String location, Set<Module> modules, Placement placement) {}

    /** Takes a wish; throws {@link IllegalArgumentException} with a sentence when the location is at fault. */
    interface Taker {
        void take(Wish wish, Answer answer);
    }

    /** Where to say what came of a wish; may be called on any thread, and again. */
    interface Answer {
        void say(String sentence);
    }

    NodeForm(Node node, List<Floor> floors, Taker taker) {
        this.node = node;
        addClassName("node-form");
        spot = new SpotChoice(floors, node.placement());
        fillLocation();
        modules.setVisible(sendable() && node.dialect() == Dialect.FIRMWARE);
        modules.setValue(Module.of(node.modules()));
        Paragraph said = new Paragraph();
        said.getElement().setAttribute("role", "status");
        said.bindText(answer);
        Button save = new Button(sendable() ? "Save and send" : "Save", _ -> wish().ifPresent(w -> offer(w, taker)));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new H2("Place " + (node.tellable() ? node.uid() : node.location())),
                new LiveValues(node.location()),
                location,
                spot,
                modules,
                save,
                said);
    }

    /** A source of which only the location is known can neither be told another one nor be sent anything. */
    private boolean sendable() {
        return node.tellable();
    }

    private void fillLocation() {
        location.setManualValidation(true);
        location.setReadOnly(node.uid() == null);
        location.setHelperText(help());
        location.setValue(node.location().equals(node.uid()) ? "" : node.location());
    }

    private String help() {
        if (node.uid() == null) {
            return "All that is known of this source is that it calls itself so.";
        }
        return sendable()
                ? "What the node is to call itself in its messages, such as room-1.07."
                : "What the device is called here. It is not told.";
    }

    private Optional<Wish> wish() {
        boolean named = complain(location.getValue().isBlank() ? "Give it a location." : "");
        boolean fits = !modules.isVisible() || modules.fits();
        Optional<Placement> placement = spot.get();
        if (!named) {
            location.focus();
        } else if (placement.isEmpty()) {
            spot.focusFault();
        } else if (!fits) {
            modules.scrollIntoView();
        }
        return named && fits
                ? placement.map(at -> new Wish(location.getValue().strip(), modules.getValue(), at))
                : Optional.empty();
    }

    private void offer(Wish wish, Taker taker) {
        try {
            taker.take(wish, answer::set);
        } catch (IllegalArgumentException refusal) {
            complain(sentence(refusal));
            location.focus();
        }
    }

    private boolean complain(String sentence) {
        location.setErrorMessage(sentence);
        location.setInvalid(!sentence.isEmpty());
        return sentence.isEmpty();
    }

    private static String sentence(IllegalArgumentException refusal) {
        String words = String.valueOf(refusal.getMessage());
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
