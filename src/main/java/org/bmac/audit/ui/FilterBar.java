package org.bmac.audit.ui;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.Consumer;
import org.bmac.audit.Ending;
import org.bmac.audit.Filter;
import org.bmac.audit.What;
import org.jspecify.annotations.Nullable;

/** Which rows somebody wants; every change counts at once. Folded up where rows would have no room beside it. */
class FilterBar extends Details {
    private static final int WIDE = 1_200;

    private final DateTimePicker from = new DateTimePicker("From");
    private final DateTimePicker until = new DateTimePicker("Until");
    private final TextField actor = text("Who");
    private final MultiSelectComboBox<What> whats = new MultiSelectComboBox<>("What");
    private final TextField place = text("Point or place");
    private final Select<Ending> ending = new Select<>();
    private final TextField words = text("Any words");
    private final Consumer<Filter> changed;
    private boolean quiet;

    FilterBar(Consumer<Filter> changed) {
        this.changed = changed;
        addClassName("audit-filter");
        setSummaryText("Filter");
        setOpened(!isNarrow());
        for (DateTimePicker picker : new DateTimePicker[] {from, until}) {
            picker.setLocale(Locale.UK);
            picker.addClassName("audit-moment");
            picker.addValueChangeListener(this::changed);
        }
        actor.addValueChangeListener(this::changed);
        place.addValueChangeListener(this::changed);
        words.addValueChangeListener(this::changed);
        choices();
        Div fields = new Div(from, until, actor, whats, place, ending, words, new Button("Clear", _ -> clear()));
        fields.addClassName("audit-fields");
        add(fields);
    }

    private void choices() {
        whats.setItems(What.values());
        whats.setItemLabelGenerator(What::label);
        whats.setPlaceholder("Everything");
        whats.addValueChangeListener(this::changed);
        ending.setLabel("Outcome");
        ending.setItems(Ending.values());
        ending.setItemLabelGenerator(Ending::label);
        ending.setValue(Ending.ANY);
        ending.addValueChangeListener(this::changed);
    }

    private static boolean isNarrow() {
        int width = UI.getCurrent().getPage().getExtendedClientDetails().getWindowInnerWidth();
        return width > 0 && width < WIDE;
    }

    private static TextField text(String label) {
        TextField field = new TextField(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setClearButtonVisible(true);
        field.setMaxLength(100);
        return field;
    }

    private void changed(ComponentValueChangeEvent<?, ?> event) {
        if (!quiet) {
            changed.accept(filter());
        }
    }

    private void clear() {
        quiet = true;
        from.clear();
        until.clear();
        actor.clear();
        whats.clear();
        place.clear();
        ending.setValue(Ending.ANY);
        words.clear();
        quiet = false;
        changed.accept(Filter.ALL);
    }

    private Filter filter() {
        return new Filter(
                instant(from.getValue()),
                instant(until.getValue()),
                actor.getValue().strip(),
                whats.getValue(),
                ending.getValue(),
                place.getValue().strip(),
                words.getValue().strip());
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(Texts.ZONE).toInstant();
    }
}
