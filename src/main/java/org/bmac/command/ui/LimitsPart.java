package org.bmac.command.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.List;
import java.util.Optional;
import org.bmac.building.Point;
import org.bmac.command.Guard;
import org.bmac.point.Unit;
import org.jspecify.annotations.Nullable;

/** The least and the most that it is given. */
class LimitsPart extends RulePart {
    private static final double MOST = 100;

    private final NumberField least;
    private final NumberField most;

    LimitsPart(List<Guard> now) {
        super("Output limits");
        Optional<Guard.Limits> limits = find(now, Guard.Limits.class);
        least = number("No less than", "%", limits.map(Guard.Limits::least).orElse(null));
        most = number("No more than", "%", limits.map(Guard.Limits::most).orElse(null));
        Div fields = new Div(least, most);
        fields.addClassName("rule-fields");
        add(fields);
    }

    /** Whether such an output can have limits worth setting, or has some. */
    static boolean suits(Point point, List<Guard> now) {
        return point.kind().unit() == Unit.PERCENT
                || find(now, Guard.Limits.class).isPresent();
    }

    @Override
    boolean read(List<Guard> guards) {
        boolean leastFine = isPercent(least);
        boolean mostFine = isPercent(most);
        if (!leastFine || !mostFine) {
            return false;
        }
        if (least.getValue() == null && most.getValue() == null) {
            return true;
        }
        double from = or(least.getValue(), 0);
        double to = or(most.getValue(), MOST);
        if (!said(most, from <= to, "At least as much as the least, please.")) {
            return false;
        }
        guards.add(new Guard.Limits(from, to));
        return true;
    }

    private static boolean isPercent(NumberField field) {
        Double value = field.getValue();
        return said(field, value == null || (value >= 0 && value <= MOST), "0 to 100 %, please.");
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
