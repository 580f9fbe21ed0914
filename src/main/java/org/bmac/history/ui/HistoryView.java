package org.bmac.history.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.chart.HistoryChart;
import org.bmac.chart.Window;

/** The past of one point, and of others of its zone below it, or of several together. Its address names them and the window. */
@Route("history/:line?(" + Line.TEXT + ")")
@Menu(title = "History", order = 25, icon = "chart")
@RolesAllowed("VIEWER")
class HistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Supplier<Building> seen;
    private final H1 heading = new H1("History");
    private final Paragraph place = new Paragraph();
    private final Anchor map = new Anchor("", "Show on the map");
    private final Anchor export = new Anchor("", "Export");
    private final LineChoice choice = new LineChoice(line -> go(shown().with(line)));
    private final HistoryChart chart = new HistoryChart();
    private Shown shown = new Shown(List.of(), Shown.USUAL);

    HistoryView(Rights rights, SignedIn signedIn) {
        Actor actor = signedIn.actor().orElseThrow();
        this.seen = () -> rights.seen(actor);
        addClassName("history-page");
        map.addClassName("history-map");
        export.addClassName("history-map");
        Header header = new Header(new Div(heading, place), choice, map, export);
        chart.onWindowChanged(event -> remember(event.window()));
        chart.onSeriesRemoved(event -> Line.of(event.key()).ifPresent(line -> go(shown.without(line))));
        add(header, chart);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Building building = seen.get();
        Optional<String> address = event.getRouteParameters().get("line");
        if (address.isPresent()) {
            Line first = line(address.get(), building);
            shown = Shown.of(first, event.getLocation().getQueryParameters());
            show(first, building);
        } else {
            shown = new Shown(List.of(), Shown.USUAL);
            showNothing();
        }
        choice.offer(shown.lines(), building);
    }

    private static Line line(String address, Building building) {
        return Line.of(address)
                .filter(line -> !line.points(building).isEmpty())
                .orElseThrow(() -> new NotFoundException("no point " + address));
    }

    private void show(Line first, Building building) {
        heading.setText(first.label(building));
        place.setText(first.place(building));
        map.setHref("?point=" + first.point());
        map.setVisible(building.point(first.point()).map(Point::placement).isPresent());
        export.setHref(shown.export(building));
        export.setVisible(true);
        chart.setVisible(true);
        chart.setWindow(shown.window());
        chart.setSeries(Curves.of(shown.lines(), building));
    }

    private void showNothing() {
        heading.setText("History");
        place.setText(
                "Choose a point to see what it reported. On the map and in the list every point leads here, too.");
        map.setVisible(false);
        export.setVisible(false);
        chart.setVisible(false);
    }

    private Shown shown() {
        return shown;
    }

    private void go(Shown next) {
        getUI().ifPresent(ui -> ui.navigate(next.path(), next.query()));
    }

    /** So that a reload or a link shows the same; without a way back for each step of a zoom. */
    private void remember(Window window) {
        shown = shown.over(window);
        export.setHref(shown.export(seen.get()));
        getUI().ifPresent(
                        ui -> ui.getPage().getHistory().replaceState(null, new Location(shown.path(), shown.query())));
    }

    @Override
    public String getPageTitle() {
        return shown.lines().isEmpty()
                ? "History · BMaC"
                : heading.getText() + ", " + place.getText() + " · History · BMaC";
    }
}
