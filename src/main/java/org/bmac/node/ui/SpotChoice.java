package org.bmac.node.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.dom.DomEvent;
import java.util.List;
import java.util.Optional;
import org.bmac.building.Floor;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.jspecify.annotations.Nullable;

/** A floor and a spot on its plan: by numbers in per cent, or by a press on the small plan; both say the same. */
class SpotChoice extends Div {
    private static final String ACROSS = "event.offsetX / event.target.clientWidth";
    private static final String DOWN = "event.offsetY / event.target.clientHeight";

    private final Select<Floor> floor = new Select<>();
    private final NumberField x = percent("From the left, %");
    private final NumberField y = percent("From the top, %");
    private final Image plan = new Image();
    private final Span pin = new Span();

    SpotChoice(List<Floor> floors, @Nullable Placement now) {
        addClassName("spot-choice");
        floor.setLabel("Floor");
        floor.setItems(floors);
        floor.setItemLabelGenerator(Floor::name);
        floor.addValueChangeListener(_ -> draw());
        x.addValueChangeListener(_ -> draw());
        y.addValueChangeListener(_ -> draw());
        Div numbers = new Div(floor, x, y);
        numbers.addClassName("spot-numbers");
        add(numbers, plan());
        if (now != null) {
            floors.stream()
                    .filter(item -> item.id().equals(now.floor()))
                    .findFirst()
                    .ifPresent(floor::setValue);
            x.setValue(toPercent(now.spot().x()));
            y.setValue(toPercent(now.spot().y()));
        } else if (floors.size() == 1) {
            floor.setValue(floors.getFirst());
        }
        draw();
    }

    private static NumberField percent(String label) {
        NumberField field = new NumberField(label);
        field.setMin(0);
        field.setMax(100);
        field.setStep(0.1);
        field.setStepButtonsVisible(true);
        field.setManualValidation(true);
        return field;
    }

    private Div plan() {
        pin.addClassName("spot-pin");
        plan.setAlt("Plan of the floor; a press on it sets the numbers");
        plan.getElement()
                .addEventListener("click", this::pressed)
                .addEventData(ACROSS)
                .addEventData(DOWN);
        Div picture = new Div(plan, pin);
        picture.addClassName("spot-plan");
        return picture;
    }

    private void pressed(DomEvent press) {
        x.setValue(toPercent(press.getEventData().get(ACROSS).asDouble()));
        y.setValue(toPercent(press.getEventData().get(DOWN).asDouble()));
    }

    private static double toPercent(double fraction) {
        return Math.clamp(Math.round(fraction * 1000) / 10.0, 0, 100);
    }

    /** What is chosen; empty, with a sentence at each field that is at fault, when something is missing or impossible. */
    Optional<Placement> get() {
        boolean onFloor = complain(floor, floor.getValue() == null ? "Choose the floor on which it hangs." : "");
        boolean across = complain(x, fault(x.getValue()));
        boolean down = complain(y, fault(y.getValue()));
        return onFloor && across && down
                ? Optional.of(new Placement(floor.getValue().id(), new Spot(x.getValue() / 100, y.getValue() / 100)))
                : Optional.empty();
    }

    /** Goes to the first field that is at fault. */
    void focusFault() {
        if (floor.isInvalid()) {
            floor.focus();
        } else if (x.isInvalid()) {
            x.focus();
        } else {
            y.focus();
        }
    }

    private static String fault(@Nullable Double percent) {
        if (percent == null) {
            return "Say how far, from 0 to 100 %, or press the spot on the plan.";
        }
        return percent >= 0 && percent <= 100 ? "" : "A spot on the plan is between 0 and 100 %.";
    }

    private static boolean complain(HasValidation field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(!sentence.isEmpty());
        return sentence.isEmpty();
    }

    private void draw() {
        Floor chosen = floor.getValue();
        plan.getParent().ifPresent(picture -> picture.setVisible(chosen != null));
        if (chosen != null) {
            plan.setSrc("stream/plan/" + chosen.id().number() + "?v=" + chosen.version());
        }
        pin.setVisible(x.getValue() != null && y.getValue() != null);
        if (pin.isVisible()) {
            pin.getStyle().set("left", x.getValue() + "%").set("top", y.getValue() + "%");
        }
    }
}
