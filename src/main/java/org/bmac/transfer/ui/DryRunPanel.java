package org.bmac.transfer.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bmac.transfer.DryRun;
import org.bmac.transfer.Problem;

/** What a file would change: what is new, what is filled in, what stands against each other and can be decided. */
class DryRunPanel extends Div {
    private static final int MOST_SHOWN = 200;

    private final Set<String> theirs = new HashSet<>();
    private final List<Select<Side>> choices = new ArrayList<>();

    /** Who prevails. */
    enum Side {
        OURS("Keep ours"),
        THEIRS("Take theirs");

        private final String label;

        Side(String label) {
            this.label = label;
        }
    }

    DryRunPanel() {
        addClassName("exchange-findings");
        clear();
    }

    void clear() {
        removeAll();
        theirs.clear();
        choices.clear();
        setVisible(false);
    }

    /** The keys of the conflicts in which the file prevails. */
    Set<String> theirs() {
        return Set.copyOf(theirs);
    }

    void show(DryRun run) {
        clear();
        setVisible(true);
        list("New", items(run, DryRun.Sort.ADD), DryRun.Item::words);
        list("Filled in", items(run, DryRun.Sort.CHANGE), DryRunPanel::filled);
        conflicts(items(run, DryRun.Sort.CONFLICT));
        list("Cannot be used", run.problems(), DryRunPanel::words);
    }

    private static List<DryRun.Item> items(DryRun run, DryRun.Sort sort) {
        return run.items().stream().filter(item -> item.sort() == sort).toList();
    }

    private static String filled(DryRun.Item item) {
        return item.words().endsWith(".") ? item.words() : item.words() + ": " + item.theirs();
    }

    private static String words(Problem problem) {
        return problem.where() + ": " + problem.reason();
    }

    private <T> void list(String title, List<T> all, Function<T, String> words) {
        if (all.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        all.stream()
                .limit(MOST_SHOWN)
                .map(each -> new ListItem(words.apply(each)))
                .forEach(list::add);
        if (all.size() > MOST_SHOWN) {
            list.add(new ListItem("… and " + (all.size() - MOST_SHOWN) + " more"));
        }
        add(new H3(title + " (" + all.size() + ")"), list);
    }

    /** Those that are too many to be shown are decided together with the others. */
    private void conflicts(List<DryRun.Item> all) {
        if (all.isEmpty()) {
            return;
        }
        Button ours = new Button("Keep all of ours", _ -> all(all, Side.OURS));
        Button file = new Button("Take all of the file's", _ -> all(all, Side.THEIRS));
        Div both = new Div(ours, file);
        both.addClassName("exchange-end");
        add(
                new H3("In conflict (" + all.size() + ")"),
                new Paragraph("Here and the file say different things. What you do not decide stays as it is here."),
                both);
        all.stream().limit(MOST_SHOWN).map(this::row).forEach(this::add);
        if (all.size() > MOST_SHOWN) {
            add(new Span("And " + (all.size() - MOST_SHOWN) + " more, which go with the two buttons."));
        }
    }

    private void all(List<DryRun.Item> all, Side side) {
        choices.forEach(choice -> choice.setValue(side));
        all.forEach(item -> decide(item, side));
    }

    private void decide(DryRun.Item item, Side side) {
        switch (side) {
            case OURS -> theirs.remove(item.key());
            case THEIRS -> theirs.add(item.key());
        }
    }

    private Div row(DryRun.Item item) {
        Span what = new Span(item.words());
        what.addClassName("exchange-source");
        Span both = new Span("here: " + item.ours() + " · file: " + item.theirs());
        both.addClassName("exchange-span");
        Select<Side> choice = new Select<>();
        choice.setAriaLabel("Who prevails: " + item.words());
        choice.setItems(Side.values());
        choice.setItemLabelGenerator(side -> side.label);
        choice.setValue(Side.OURS);
        choice.addValueChangeListener(event -> decide(item, event.getValue()));
        choices.add(choice);
        Div row = new Div(new Div(what, both), choice);
        row.addClassName("exchange-row");
        return row;
    }
}
