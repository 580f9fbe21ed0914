package org.bmac.exchange.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bmac.building.Point;
import org.bmac.exchange.Chosen;
import org.bmac.exchange.Findings;
import org.bmac.exchange.Told;
import org.bmac.point.PointId;

/** What is in a file: each source with the point that it is, which can be chosen, and the lines that cannot be used. */
class FindingsPanel extends Div {
    private static final int MOST_SHOWN = 100;
    private static final int PROBLEMS_SHOWN = 20;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final List<Point> offered;
    private final Function<PointId, String> words;
    private final Runnable changed;
    private Chosen chosen = Chosen.NOTHING;

    /** @param changed is told when a point has been chosen for a source, or none */
    FindingsPanel(List<Point> offered, Function<PointId, String> words, Runnable changed) {
        this.offered = offered;
        this.words = words;
        this.changed = changed;
        addClassName("exchange-findings");
        setVisible(false);
    }

    void clear() {
        chosen = Chosen.NOTHING;
    }

    /** What was chosen by hand. */
    Chosen chosen() {
        return chosen;
    }

    void show(Findings findings) {
        removeAll();
        setVisible(true);
        findings.sources().stream().limit(MOST_SHOWN).map(this::row).forEach(this::add);
        if (findings.sources().size() > MOST_SHOWN) {
            add(new Span("And " + (findings.sources().size() - MOST_SHOWN) + " more sources."));
        }
        if (findings.useless() > 0) {
            add(new H3(count(findings.useless(), "line") + " cannot be used"), problems(findings));
        }
        if (!findings.brokenOff().isEmpty()) {
            Span broken = new Span(findings.brokenOff());
            broken.addClassName("exchange-broken");
            add(broken);
        }
    }

    private Div row(Told told) {
        Span source = new Span(told.source().words());
        source.addClassName("exchange-source");
        Span span = new Span(count(told.readings(), "reading") + ", " + MOMENT.format(told.first()) + " to "
                + MOMENT.format(told.last()));
        span.addClassName("exchange-span");
        Div row = new Div(new Div(source, span), choice(told));
        row.addClassName("exchange-row");
        return row;
    }

    private ComboBox<Point> choice(Told told) {
        ComboBox<Point> choice = new ComboBox<>();
        choice.setAriaLabel("Point of " + told.source().words());
        choice.setPlaceholder("Leave out");
        choice.setClearButtonVisible(true);
        choice.setItems(offered);
        choice.setItemLabelGenerator(point -> words.apply(point.id()));
        offered.stream()
                .filter(point -> point.id().equals(told.point()))
                .findFirst()
                .ifPresent(choice::setValue);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Point point = event.getValue();
                chosen = chosen.with(told.source(), point == null ? null : point.id());
                changed.run();
            }
        });
        return choice;
    }

    private static UnorderedList problems(Findings findings) {
        UnorderedList list = new UnorderedList();
        findings.problems().stream()
                .limit(PROBLEMS_SHOWN)
                .map(problem -> new ListItem("Line " + problem.line() + ": " + problem.reason()))
                .forEach(list::add);
        if (findings.useless() > PROBLEMS_SHOWN) {
            list.add(new ListItem("… and " + count(findings.useless() - PROBLEMS_SHOWN, "more line")));
        }
        return list;
    }

    /** What an import would come to, for people. */
    static String would(Findings findings) {
        long added = findings.added().added();
        return (added == 0 ? "Nothing would be added" : count(added, "reading") + " would be added") + others(findings);
    }

    /** What it came to. */
    static String done(Findings findings) {
        return count(findings.added().added(), "reading") + " added" + others(findings);
    }

    private static String others(Findings findings) {
        return part(findings.added().known(), "is", "are", "there already")
                + part(findings.strangers(), "is", "are", "of no point here")
                + part(findings.added().summedUp(), "is", "are", "of days of which only summaries are left")
                + part(findings.future(), "has", "have", "yet to come")
                + ".";
    }

    private static String part(long number, String one, String many, String what) {
        return number == 0 ? "" : String.format(Locale.ENGLISH, "; %,d %s %s", number, number == 1 ? one : many, what);
    }

    static String count(long number, String of) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, of, number == 1 ? "" : "s");
    }
}
