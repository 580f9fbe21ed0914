package org.bmac.command.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bmac.command.Guard;
import org.jspecify.annotations.Nullable;

/** The fields of one kind of guard. */
abstract class RulePart extends Div {
    private static final double LONGEST = 24 * 60;

    RulePart(String name) {
        addClassName("rule-part");
        getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        add(new H3(name));
    }

    /**
     * Adds the guard that the fields mean, if they mean any.
     *
     * @return false, with a sentence at the field, when they mean nothing that can be
     */
    abstract boolean read(List<Guard> guards);

    /** The one of this kind. */
    static <G extends Guard> Optional<G> find(List<Guard> guards, Class<G> kind) {
        return guards.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    static NumberField number(String label, String unit, @Nullable Double value) {
        NumberField field = new NumberField(label);
        field.setSuffixComponent(new Span(unit));
        field.setManualValidation(true);
        if (value != null) {
            field.setValue(value);
        }
        return field;
    }

    static @Nullable Double minutes(Duration time) {
        return time.isZero() ? null : time.toSeconds() / 60.0;
    }

    /** The time in a field of minutes; zero when it is empty. */
    static Duration time(NumberField minutes) {
        Double value = minutes.getValue();
        return value == null ? Duration.ZERO : Duration.ofSeconds(Math.round(value * 60));
    }

    /** Whether a field of minutes holds a time or nothing; says so at the field. */
    static boolean isTime(NumberField minutes) {
        Double value = minutes.getValue();
        return said(minutes, value == null || (value >= 0 && value <= LONGEST), "0 to 1440 minutes, please.");
    }

    static boolean said(HasValidation field, boolean fine, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(!fine);
        return fine;
    }
}
