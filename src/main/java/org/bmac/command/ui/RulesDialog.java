package org.bmac.command.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.command.Confirmation;
import org.bmac.command.Guard;
import org.bmac.command.OutputRules;
import org.springframework.security.access.AccessDeniedException;

/** Asks an engineer for the rules of one output. What is left empty is no rule. */
class RulesDialog extends Dialog {
    private final RadioButtonGroup<Confirmation> confirmation = new RadioButtonGroup<>("To command it takes");
    private final List<RulePart> parts;
    private final OtherwisePart otherwise;
    private final Paragraph trouble = new Paragraph();
    private final Consumer<OutputRules> taker;

    /**
     * @param seen the building as far as the engineer sees it
     * @param taker throws an exception with a sentence when the rules make no sense
     */
    RulesDialog(Point point, OutputRules now, Building seen, Consumer<OutputRules> taker) {
        this.taker = taker;
        this.parts = parts(point, now.guards(), seen);
        this.otherwise = new OtherwisePart(point.kind(), now.otherwise());
        addClassName("rules-dialog");
        setWidth("min(94vw, 620px)");
        setHeaderTitle("Rules of " + point.label() + ", " + seen.placeOf(point));
        confirmation.setItems(Confirmation.values());
        confirmation.setItemLabelGenerator(RulesDialog::words);
        confirmation.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        confirmation.setValue(now.confirmation());
        trouble.addClassName("trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        add(confirmation);
        parts.forEach(this::add);
        add(otherwise, trouble);
        Button save = new Button("Save", _ -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
    }

    private static List<RulePart> parts(Point point, List<Guard> now, Building seen) {
        List<RulePart> parts = new ArrayList<>();
        parts.add(new TimesPart(now));
        parts.add(new RatePart(now));
        parts.add(new ExclusivePart(point, now, seen));
        parts.add(new OccupancyPart(point, now, seen));
        if (LimitsPart.suits(point, now)) {
            parts.add(new LimitsPart(now));
        }
        return parts;
    }

    private static String words(Confirmation level) {
        return switch (level) {
            case NONE -> "Nothing more than the wish";
            case CONFIRM -> "A confirmation";
            case REASON -> "A confirmation with a reason";
            case TWO_PERSONS -> "A reason, and a second person who agrees";
        };
    }

    private void save() {
        List<Guard> guards = new ArrayList<>();
        boolean fine = true;
        for (RulePart part : parts) {
            fine &= part.read(guards);
        }
        if (!fine || !otherwise.isFine()) {
            return;
        }
        try {
            taker.accept(new OutputRules(confirmation.getValue(), guards, otherwise.value()));
            close();
        } catch (IllegalArgumentException | AccessDeniedException refusal) {
            trouble.setText(String.valueOf(refusal.getMessage()));
            trouble.setVisible(true);
        }
    }
}
