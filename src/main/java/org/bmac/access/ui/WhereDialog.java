package org.bmac.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bmac.access.Grant;
import org.bmac.access.Right;
import org.bmac.access.User;
import org.bmac.access.Where;
import org.bmac.building.Building;

/** Asks an administrator where a user may do what. */
class WhereDialog extends Dialog {
    private final List<RightChoice> choices;
    private final Predicate<Set<Grant>> taker;

    /** @param taker whether it was taken; none for everywhere what the role allows */
    WhereDialog(User user, Set<Grant> now, Building building, Predicate<Set<Grant>> taker) {
        this.taker = taker;
        this.choices = Places.rights(user.role()).stream()
                .map(right -> new RightChoice(right, building, given(now, right)))
                .toList();
        addClassName("where-dialog");
        setHeaderTitle("Where " + user.name() + " may do what");
        choices.forEach(this::add);
        if (choices.size() > 1) {
            add(new Paragraph(
                    "Where somebody may do more, they may do less as well: who commands a zone also sees it."));
        }
        Button save = new Button("Save", _ -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
    }

    private static List<Where> given(Set<Grant> now, Right right) {
        return now.isEmpty() ? List.of(new Where.Everywhere()) : Places.granted(now, right);
    }

    private void save() {
        List<Optional<Set<Grant>>> chosen =
                choices.stream().map(RightChoice::get).toList();
        if (chosen.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        Set<Grant> grants = new HashSet<>();
        if (!choices.stream().allMatch(RightChoice::isEverywhere)) {
            chosen.forEach(each -> each.ifPresent(grants::addAll));
        }
        if (taker.test(grants)) {
            close();
        }
    }
}
