package org.bmac.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.stream.Stream;
import org.bmac.audit.Entry;
import org.bmac.audit.Row;
import org.bmac.audit.What;

/** One row in short; pressing it shows all of it. */
class AuditLine extends NativeTableRow {
    private static final Set<String> TROUBLE = Set.of("refused", "unanswered", "mismatched");

    AuditLine(Row row) {
        Entry entry = row.entry();
        String time = Texts.second(entry.at());
        NativeButton open = new NativeButton(time, _ -> new RowDialog(row).open());
        open.addClassName("audit-open");
        open.setAriaLabel("Row " + row.number() + ", " + time + ": show everything");
        cell("audit-time", open);
        cell("audit-who", new Span(entry.actor()), quiet(entry.role()));
        cell("audit-what", new Span(entry.what().label()));
        cell("audit-about", new Span(about(entry)));
        cell("audit-wanted", new Span(entry.wanted()));
        cell("audit-outcome", outcome(entry), quiet(entry.place().isEmpty() ? "" : entry.reason()));
    }

    private void cell(String name, Component... content) {
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName(name);
        cell.add(content);
        add(cell);
    }

    private static String about(Entry entry) {
        String from = entry.origin().isEmpty() ? "" : "from " + entry.origin();
        return Stream.of(entry.place(), entry.reason(), from)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Span quiet(String words) {
        Span span = new Span(words);
        span.addClassName("quiet");
        return span;
    }

    private static Span outcome(Entry entry) {
        Span outcome = new Span(entry.what() == What.SIGN_IN_FAILED ? "Failed" : Texts.start(entry.outcome()));
        outcome.addClassName("audit-ended");
        if (isTrouble(entry)) {
            outcome.addClassName("trouble");
        }
        return outcome;
    }

    /** Whether it tells of something that did not go as somebody wanted it. */
    private static boolean isTrouble(Entry entry) {
        return TROUBLE.contains(entry.outcome()) || entry.what() == What.SIGN_IN_FAILED;
    }
}
