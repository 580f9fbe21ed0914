package org.bmac.access.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.access.Grant;
import org.bmac.access.Right;
import org.bmac.access.Where;
import org.bmac.building.Building;

/** Where somebody has one right: everywhere, at chosen places, or nowhere. */
class RightChoice extends Div {
    /** How far. */
    enum Extent {
        EVERYWHERE("Everywhere"),
        CHOSEN("At chosen places"),
        NOWHERE("Nowhere");

        private final String label;

        Extent(String label) {
            this.label = label;
        }
    }

    private final Right right;
    private final RadioButtonGroup<Extent> extent = new RadioButtonGroup<>();
    private final MultiSelectComboBox<Where> places = new MultiSelectComboBox<>();

    /** @param given where it is given now; empty for nowhere */
    RightChoice(Right right, Building building, List<Where> given) {
        this.right = right;
        addClassName("right-choice");
        List<Where> all = Places.of(building);
        Set<Where> chosen = given.stream().filter(all::contains).collect(Collectors.toSet());
        places.setLabel("Floors and zones where this user may " + right.code());
        places.setItemLabelGenerator(where -> where.words(building));
        places.setItems(all);
        places.setValue(chosen);
        extent.setLabel("May " + right.code());
        extent.setItems(Stream.of(Extent.values())
                .filter(each -> each != Extent.NOWHERE || right != Right.SEE)
                .toList());
        extent.setItemLabelGenerator(each -> each.label);
        extent.addValueChangeListener(_ -> draw());
        extent.setValue(
                given.contains(new Where.Everywhere())
                        ? Extent.EVERYWHERE
                        : given.isEmpty() && right != Right.SEE ? Extent.NOWHERE : Extent.CHOSEN);
        add(extent, places);
        draw();
    }

    boolean isEverywhere() {
        return extent.getValue() == Extent.EVERYWHERE;
    }

    /** What is chosen; empty, with a sentence at the field, when no place is. */
    Optional<Set<Grant>> get() {
        boolean missing =
                extent.getValue() == Extent.CHOSEN && places.getValue().isEmpty();
        places.setErrorMessage("Choose a floor or a zone.");
        places.setInvalid(missing);
        return missing ? Optional.empty() : Optional.of(grants());
    }

    private Set<Grant> grants() {
        return switch (extent.getValue()) {
            case EVERYWHERE -> Set.of(new Grant(right, new Where.Everywhere()));
            case CHOSEN ->
                places.getValue().stream().map(place -> new Grant(right, place)).collect(Collectors.toSet());
            case NOWHERE -> Set.of();
        };
    }

    private void draw() {
        places.setVisible(extent.getValue() == Extent.CHOSEN);
        places.setInvalid(false);
    }
}
