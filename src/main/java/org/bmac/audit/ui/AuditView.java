package org.bmac.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.SignedIn;
import org.bmac.audit.Audit;
import org.bmac.audit.Filter;
import org.bmac.audit.Row;

/** Who did what: the newest rows that fit, and older ones page by page; whether the chain is whole; and all of it as a file. */
@Route("audit")
@PageTitle("Audit · BMaC")
@Menu(title = "Audit", order = 80, icon = "audit")
@RolesAllowed("OPERATOR")
class AuditView extends Div {
    static final int PAGE = 50;

    private final Audit audit;
    private final Actor actor;
    private final Clock clock;
    private final AuditTable table = new AuditTable();
    private final Paragraph summary = new Paragraph();
    private final Button older = new Button("Show older rows", _ -> more());
    private volatile Filter filter = Filter.ALL;
    private long below = Long.MAX_VALUE;

    AuditView(Audit audit, SignedIn signedIn, Clock clock) {
        this.audit = audit;
        this.actor = signedIn.person();
        this.clock = clock;
        addClassName("audit-page");
        summary.addClassName("audit-summary");
        summary.getElement().setAttribute("role", "status");
        older.addClassName("audit-older");
        add(new H1("Audit"), new Paragraph(whatIsShown(actor)), new FilterBar(this::show), actions(), summary, table);
        add(older);
        show(Filter.ALL);
    }

    private static String whatIsShown(Actor actor) {
        return actor.may(Role.ADMIN)
                ? "Every attempt to move something, every change, and who came and went."
                : "What was tried and changed at the places that you may see.";
    }

    private Div actions() {
        Div actions = new Div(new Button("Refresh", _ -> show(filter)));
        actions.addClassName("audit-actions");
        Anchor download = new Anchor(this::download, AttachmentType.DOWNLOAD, "Download as CSV");
        download.addClassName("audit-download");
        actions.add(download);
        if (actor.may(Role.ENGINEER)) {
            actions.add(new ChainCard(audit, actor));
        }
        return actions;
    }

    private void show(Filter wanted) {
        filter = wanted;
        below = Long.MAX_VALUE;
        table.clear();
        more();
    }

    private void more() {
        List<Row> page = audit.find(actor, filter, below, PAGE);
        table.append(page);
        if (!page.isEmpty()) {
            below = page.getLast().number();
        }
        boolean mayBeMore = page.size() == PAGE;
        older.setVisible(mayBeMore);
        table.setVisible(table.size() > 0);
        summary.setText(summary(table.size(), mayBeMore));
    }

    private String summary(int rows, boolean mayBeMore) {
        if (rows == 0) {
            return filter.equals(Filter.ALL)
                    ? "Nothing has been written yet."
                    : "No row fits. Take something out of the filter.";
        }
        return Texts.count(rows, "row") + ", newest first; " + (mayBeMore ? "there are older ones." : "that is all.");
    }

    /** On the thread of the request: what is exported is as long as it is. */
    private void download(DownloadEvent event) throws IOException {
        event.setFileName("audit-" + Texts.day(clock.instant()) + ".csv");
        event.setContentType("text/csv;charset=utf-8");
        try (Writer file =
                new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            audit.export(actor, filter, file);
        }
    }
}
