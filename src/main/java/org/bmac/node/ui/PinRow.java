package org.bmac.node.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bmac.node.Pin;
import org.bmac.point.Kind;

/** One new output on a pin. */
class PinRow extends Div {
    private static final int HIGHEST_GPIO = 16;
    private static final int HIGHEST_IO = 7;

    private final Select<Kind> kind = new Select<>();
    private final Select<Integer> pin = new Select<>();
    private final TextField name = new TextField("Name");

    PinRow(Runnable changed, Consumer<PinRow> removed) {
        addClassName("pin-row");
        kind.setLabel("What");
        kind.setItems(List.of(Kind.FAN, Kind.VALVE, Kind.RELAY));
        kind.setItemLabelGenerator(one -> one == Kind.FAN ? "Fan" : one == Kind.VALVE ? "Valve" : "Relay or light");
        kind.addValueChangeListener(_ -> offerPins());
        kind.addValueChangeListener(_ -> changed.run());
        pin.setLabel("Pin");
        pin.setItemLabelGenerator(number -> (kind.getValue() == Kind.FAN ? "GPIO " : "IO pin ") + number);
        pin.addValueChangeListener(_ -> changed.run());
        name.setMaxLength(Pin.LONGEST_NAME);
        name.setPlaceholder("such as valve of FCU 1");
        name.addValueChangeListener(_ -> changed.run());
        Button remove = new Button("Leave out", _ -> removed.accept(this));
        add(kind, pin, name, remove);
        kind.setValue(Kind.FAN);
    }

    private void offerPins() {
        pin.setItems(IntStream.rangeClosed(0, kind.getValue() == Kind.FAN ? HIGHEST_GPIO : HIGHEST_IO)
                .filter(number -> kind.getValue() != Kind.FAN || number < 6 || number > 11)
                .boxed()
                .toList());
    }

    /** Empty, with a sentence at the pin, while none is chosen. */
    Optional<Pin> get() {
        boolean missing = pin.getValue() == null;
        pin.setErrorMessage("Choose the pin.");
        pin.setInvalid(missing);
        return missing ? Optional.empty() : Optional.of(new Pin(kind.getValue(), pin.getValue(), name.getValue()));
    }
}
