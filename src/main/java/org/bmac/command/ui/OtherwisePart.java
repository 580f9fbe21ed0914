package org.bmac.command.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.List;
import org.bmac.point.Kind;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** What the output does while nobody holds anything for it. */
class OtherwisePart extends Div {
    private static final String AS_IT_IS = "Stays as it is";
    private static final double MOST = 100;

    private final Kind kind;
    private final NumberField percent = new NumberField("Goes to");
    private final Select<String> word = new Select<>();

    OtherwisePart(Kind kind, @Nullable Value now) {
        this.kind = kind;
        addClassName("rule-part");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "When nothing is held");
        add(new H3("When nothing is held"));
        if (kind.unit() == Unit.PERCENT) {
            percent.setSuffixComponent(new Span("%"));
            percent.setHelperText("Empty: it stays as it is.");
            percent.setManualValidation(true);
            if (now != null) {
                percent.setValue(now.asNumber());
            }
            add(percent);
        } else {
            word.setLabel("Goes to");
            word.setItems(AS_IT_IS, name(0), name(1));
            word.setValue(now == null ? AS_IT_IS : name(now.asNumber()));
            add(word);
        }
    }

    private String name(double number) {
        List<String> names = kind == Kind.CHANGEOVER ? List.of("Cooling", "Heating") : List.of("Off", "On");
        return names.get(number > 0 ? 1 : 0);
    }

    /** Whether it is something that can be; says so at the field. */
    boolean isFine() {
        Double number = percent.getValue();
        return RulePart.said(percent, number == null || (number >= 0 && number <= MOST), "0 to 100 %, please.");
    }

    /** Null to leave it as it is. */
    @Nullable
    Value value() {
        if (kind.unit() == Unit.PERCENT) {
            Double number = percent.getValue();
            return number == null ? null : Value.of(kind, Math.rint(number));
        }
        return word.getValue().equals(AS_IT_IS)
                ? null
                : Value.of(kind, word.getValue().equals(name(1)) ? 1 : 0);
    }
}
