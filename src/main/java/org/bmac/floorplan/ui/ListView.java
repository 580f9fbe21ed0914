package org.bmac.floorplan.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Supplier;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** Every point of the building as a list, live; the equal of the map. Its address names the selected point. */
@Route("list")
@PageTitle("List · BMaC")
@Menu(title = "List", order = 20, icon = "list")
@RolesAllowed("VIEWER")
class ListView extends Div implements BeforeEnterObserver {
    private final Supplier<Building> seen;
    private final PointList list = new PointList();
    private final SidePanel panel;

    ListView(Rights rights, SignedIn signedIn, Desk desk) {
        this.panel = new SidePanel(desk, this::select);
        Actor actor = signedIn.actor().orElseThrow();
        this.seen = () -> rights.seen(actor);
        addClassName("with-panel");
        H1 heading = new H1("All points");
        heading.addClassName("for-screen-readers");
        list.onPointSelected(event -> select(event.point()));
        add(heading, list, panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PointId selected =
                Selection.in(event.getLocation(), seen.get()).map(Point::id).orElse(null);
        list.setSelected(selected);
        panel.show(selected);
    }

    private void select(@Nullable PointId point) {
        getUI().ifPresent(ui -> ui.navigate(ListView.class, Selection.of(point)));
    }
}
