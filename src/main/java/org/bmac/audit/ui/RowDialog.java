package org.bmac.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import org.bmac.audit.Entry;
import org.bmac.audit.Row;
import org.bmac.command.Priority;
import org.jspecify.annotations.Nullable;

/** Everything that one row says. */
class RowDialog extends Dialog {
    private final DescriptionList list = new DescriptionList();

    RowDialog(Row row) {
        setWidth("min(94vw, 720px)");
        Entry entry = row.entry();
        setHeaderTitle("Row " + row.number() + ": " + entry.what().label());
        list.addClassName("audit-facts");
        whoAndWhat(entry);
        howItWent(entry);
        code("Hash", row.hash());
        add(list);
        Button close = new Button("Close", _ -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }

    private void whoAndWhat(Entry entry) {
        text("Time", Texts.exact(entry.at()));
        text("Who", entry.actor());
        text("Role", entry.role());
        text("Display or browser", entry.origin());
        text("Allowed by", entry.right());
        text("Point", entry.point());
        text("Place", entry.place());
        text("Priority", priority(entry.priority()));
        text("Wanted", entry.wanted());
    }

    private void howItWent(Entry entry) {
        code("Bytes sent", entry.sent());
        code("Bytes received", entry.received());
        text("Latency", entry.latency() == null ? "" : entry.latency() + " ms");
        text("Outcome", Texts.start(entry.outcome()));
        text("Reason", entry.reason());
        text("Command", entry.command());
        text("Attempt", entry.first() == null ? "" : "row " + entry.first());
    }

    private static String priority(@Nullable Integer number) {
        return number == null
                ? ""
                : Priority.of(number)
                        .map(found -> number + ", " + found.label())
                        .orElse(number.toString());
    }

    private void text(String term, @Nullable Object said) {
        DescriptionList.Description description =
                new DescriptionList.Description(said == null || said.toString().isEmpty() ? "–" : said.toString());
        list.add(new DescriptionList.Term(term), description);
    }

    private void code(String term, String hex) {
        DescriptionList.Description description = new DescriptionList.Description(hex.isEmpty() ? "–" : hex);
        description.addClassName("audit-code");
        list.add(new DescriptionList.Term(term), description);
    }
}
