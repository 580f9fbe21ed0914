package org.bmac.command.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.List;
import java.util.Optional;
import org.bmac.command.Guard;

/** How often it is switched at most. */
class RatePart extends RulePart {
    private static final int MOST = 1_000;

    private final IntegerField times = new IntegerField("Switched at most");
    private final NumberField within;

    RatePart(List<Guard> now) {
        super("Maximum switching rate");
        Optional<Guard.SwitchingRate> rate = find(now, Guard.SwitchingRate.class);
        times.setSuffixComponent(new Span("times"));
        times.setManualValidation(true);
        rate.ifPresent(each -> times.setValue(each.times()));
        within =
                number("within", "min", rate.map(each -> minutes(each.within())).orElse(null));
        Div fields = new Div(times, within);
        fields.addClassName("rule-fields");
        add(fields);
    }

    @Override
    boolean read(List<Guard> guards) {
        Integer count = times.getValue();
        boolean none = count == null && within.getValue() == null;
        boolean counted =
                said(times, none || (count != null && count >= 1 && count <= MOST), "1 to 1000 times, please.");
        boolean fine =
                isTime(within) && said(within, none || !time(within).isZero(), "Within how many minutes?") && counted;
        if (fine && count != null) {
            guards.add(new Guard.SwitchingRate(count, time(within)));
        }
        return fine;
    }
}
