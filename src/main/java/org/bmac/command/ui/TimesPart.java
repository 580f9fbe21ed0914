package org.bmac.command.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.List;
import java.util.Optional;
import org.bmac.command.Guard;

/** How long it stays on, and off, at least. */
class TimesPart extends RulePart {
    private final NumberField on;
    private final NumberField off;

    TimesPart(List<Guard> now) {
        super("Minimum on and off time");
        Optional<Guard.MinimumTimes> times = find(now, Guard.MinimumTimes.class);
        on = number(
                "Stays on for at least",
                "min",
                times.map(each -> minutes(each.on())).orElse(null));
        off = number(
                "Stays off for at least",
                "min",
                times.map(each -> minutes(each.off())).orElse(null));
        Div fields = new Div(on, off);
        fields.addClassName("rule-fields");
        add(fields);
    }

    @Override
    boolean read(List<Guard> guards) {
        boolean onFine = isTime(on);
        boolean offFine = isTime(off);
        if (!onFine || !offFine) {
            return false;
        }
        if (!time(on).isZero() || !time(off).isZero()) {
            guards.add(new Guard.MinimumTimes(time(on), time(off)));
        }
        return true;
    }
}
