package org.bmac.command.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.command.OutputRules;
import org.bmac.command.Rules;
import org.bmac.point.PointId;

/** All outputs that the engineer may configure, with their rules, and the dialog that sets them. */
@Route("rules/:point?([0-9]{1,9})")
@PageTitle("Rules · BMaC")
@Menu(title = "Rules", order = 40, icon = "rules")
@RolesAllowed("ENGINEER")
class RulesView extends Div implements BeforeEnterObserver {
    private static final int MOST = 200;
    private static final int MILLISECONDS = 4_000;

    private final Rules rules;
    private final Rights rights;
    private final Actor actor;
    private final TextField words = new TextField("Find an output");
    private final Paragraph summary = new Paragraph();
    private final RulesTable table = new RulesTable(this::open);

    RulesView(Rules rules, Rights rights, SignedIn signedIn) {
        this.rules = rules;
        this.rights = rights;
        this.actor = signedIn.person();
        addClassName("rules-page");
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setClearButtonVisible(true);
        words.setPlaceholder("Name, kind, zone or floor");
        words.addValueChangeListener(_ -> list());
        summary.getElement().setAttribute("role", "status");
        add(
                new H1("Rules"),
                new Paragraph("What it takes to command an output, and what no wish may break."),
                words,
                summary,
                table);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list();
        event.getRouteParameters()
                .getInteger("point")
                .filter(number -> number >= 1 && number <= PointId.MOST)
                .flatMap(number -> rights.seen(actor).point(new PointId(number)))
                .filter(this::isMine)
                .ifPresent(this::open);
    }

    private boolean isMine(Point point) {
        return point.commandable() && rights.may(actor, Right.CONFIGURE, point.id());
    }

    private void list() {
        Building seen = rights.seen(actor);
        String part = words.getValue().strip().toLowerCase(Locale.ROOT);
        List<OutputLine.Output> outputs = seen.points().stream()
                .filter(this::isMine)
                .map(point -> OutputLine.Output.of(point, rules.of(point.id()), seen))
                .filter(output -> output.words().contains(part))
                .sorted(Comparator.comparingInt((OutputLine.Output output) -> floor(output.point(), seen))
                        .thenComparing(OutputLine.Output::place)
                        .thenComparing(output -> output.point().id()))
                .toList();
        table.show(outputs.stream().limit(MOST).toList());
        summary.setText(summary(outputs.size()));
    }

    /** From the ground upwards; what is unplaced comes last. */
    private static int floor(Point point, Building seen) {
        return Optional.ofNullable(point.placement())
                .flatMap(placement -> seen.floor(placement.floor()))
                .map(seen.floors()::indexOf)
                .orElse(Integer.MAX_VALUE);
    }

    private static String summary(int found) {
        if (found == 0) {
            return "There is no output here that you may configure.";
        }
        return found > MOST
                ? "The first " + MOST + " of " + found + " outputs. Say more above to find the others."
                : found + (found == 1 ? " output." : " outputs.");
    }

    private void open(Point point) {
        Building seen = rights.seen(actor);
        OutputRules now = rules.of(point.id());
        new RulesDialog(point, now, seen, wanted -> save(point, now, wanted)).open();
    }

    private void save(Point point, OutputRules before, OutputRules wanted) {
        String address = VaadinSession.getCurrent().getBrowser().getAddress();
        rules.change(actor, "browser at " + address, point.id(), before, wanted);
        Notification.show("Saved. It counts from the next wish on.", MILLISECONDS, Notification.Position.BOTTOM_CENTER);
        list();
    }
}
