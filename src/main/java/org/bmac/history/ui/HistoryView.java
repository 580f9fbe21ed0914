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
import org.bmac.point.PointId;

/** The past of one point, and of others of its zone below it. Its address names the points and the window. */
@Route("history/:point?([0-9]{1,9})")
@Menu(title = "History", order = 25, icon = "chart")
@RolesAllowed("VIEWER")
class HistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Supplier<Building> seen;
    private final H1 heading = new H1("History");
    private final Paragraph place = new Paragraph();
    private final Anchor map = new Anchor("", "Show on the map");
    private final PointChoice choice = new PointChoice(point -> go(shown().with(point)));
    private final HistoryChart chart = new HistoryChart();
    private Shown shown = new Shown(List.of(), Shown.USUAL);

    HistoryView(Rights rights, SignedIn signedIn) {
        Actor actor = signedIn.actor().orElseThrow();
        this.seen = () -> rights.seen(actor);
        addClassName("history-page");
        map.addClassName("history-map");
        Header header = new Header(new Div(heading, place), choice, map);
        chart.onWindowChanged(event -> remember(event.window()));
        chart.onSeriesRemoved(event -> go(shown.without(new PointId(Integer.parseInt(event.key())))));
        add(header, chart);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Building building = seen.get();
        Optional<Integer> number = event.getRouteParameters().getInteger("point");
        if (number.isPresent()) {
            Point first = point(number.get(), building);
            shown = Shown.of(first.id(), event.getLocation().getQueryParameters());
            show(first, building);
        } else {
            shown = new Shown(List.of(), Shown.USUAL);
            showNothing();
        }
        choice.offer(shown.points(), building);
    }

    private static Point point(int number, Building building) {
        return Optional.of(number)
                .filter(id -> id >= 1 && id <= PointId.MOST)
                .flatMap(id -> building.point(new PointId(id)))
                .orElseThrow(() -> new NotFoundException("no point " + number));
    }

    private void show(Point first, Building building) {
        heading.setText(first.label());
        place.setText(building.placeOf(first));
        map.setHref("?point=" + first.id());
        map.setVisible(first.placement() != null);
        chart.setVisible(true);
        chart.setWindow(shown.window());
        chart.setSeries(Curves.of(shown.points(), building));
    }

    private void showNothing() {
        heading.setText("History");
        place.setText(
                "Choose a point to see what it reported. On the map and in the list every point leads here, too.");
        map.setVisible(false);
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
        getUI().ifPresent(
                        ui -> ui.getPage().getHistory().replaceState(null, new Location(shown.path(), shown.query())));
    }

    @Override
    public String getPageTitle() {
        return shown.points().isEmpty()
                ? "History · BMaC"
                : heading.getText() + ", " + place.getText() + " · History · BMaC";
    }
}
