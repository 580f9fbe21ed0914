package org.bmac.floorplan.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.function.Supplier;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.ZoneId;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** One floor, live. Its address names the floor and the selected point, so that a reload or a link shows the same. */
@Route("")
@RouteAlias("floor/:floor([0-9]{1,6})")
@Menu(title = "Map", order = 10, icon = "map")
@RolesAllowed("VIEWER")
class FloorView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PHONE = 720;

    private final Supplier<Building> seen;
    private final H1 heading = new H1("Map");
    private final FloorMap map = new FloorMap();
    private final FloorControl control = new FloorControl();
    private final SidePanel panel;
    private @Nullable FloorId floor;

    FloorView(Rights rights, SignedIn signedIn, Desk desk, SceneDesk scenes) {
        this.panel = new SidePanel(desk, this::select);
        Actor actor = signedIn.actor().orElseThrow();
        this.seen = () -> rights.seen(actor);
        addClassName("with-panel");
        heading.addClassName("for-screen-readers");
        map.onFloorSelected(event -> go(event.floor(), null));
        map.onPointSelected(event -> select(event.point()));
        map.onZoneSelected(event -> someIn(event.zone()).ifPresent(this::select));
        desk.attend(control);
        scenes.attend(control);
        control.setOutputs(scenes.outputs(actor, Right.COMMAND));
        map.addTool(control);
        if (rights.reach(actor, Right.CONFIGURE).everywhere()) {
            map.setSetup("editor");
            map.setWhole("building-file");
        }
        add(heading, map, panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Building building = seen.get();
        Optional<Point> selected = Selection.in(event.getLocation(), building);
        Optional<Integer> wanted = event.getRouteParameters().getInteger("floor");
        if (wanted.isPresent()) {
            show(floor(building, wanted.get()), selected.map(Point::id).orElse(null));
        } else if (event.getTrigger() == NavigationTrigger.PAGE_LOAD && onPhone(event.getUI())) {
            event.forwardTo(ListView.class);
        } else {
            start(building, selected)
                    .ifPresent(first -> event.forwardTo(
                            address(first), Selection.of(selected.map(Point::id).orElse(null))));
        }
    }

    /** A phone starts with the list, which fits it better; the map is the second thing there. */
    private static boolean onPhone(UI ui) {
        int width = ui.getPage().getExtendedClientDetails().getWindowInnerWidth();
        return width > 0 && width < PHONE;
    }

    private static Floor floor(Building building, int number) {
        return building.floor(new FloorId(number)).orElseThrow(() -> new NotFoundException("no floor " + number));
    }

    /** Where to begin when the address names no floor: where the selected point is, else on the ground. */
    private static Optional<FloorId> start(Building building, Optional<Point> selected) {
        return selected.flatMap(point -> Optional.ofNullable(point.placement()))
                .map(Placement::floor)
                .or(() -> building.floors().stream().findFirst().map(Floor::id));
    }

    private void show(Floor found, @Nullable PointId selected) {
        floor = found.id();
        heading.setText(found.name());
        map.setFloor(found.id());
        control.setFloor(found.id());
        map.setSelected(selected);
        panel.show(selected);
    }

    /** The panel of any point of a zone lists all the others. */
    private Optional<PointId> someIn(ZoneId zone) {
        return seen.get().points().stream()
                .filter(point -> zone.equals(point.zone()))
                .map(Point::id)
                .findFirst();
    }

    /** Goes to the floor of the point: the panel names points of other floors, too. */
    private void select(@Nullable PointId point) {
        Optional<FloorId> there = Optional.ofNullable(point)
                .flatMap(id -> seen.get().point(id))
                .map(Point::placement)
                .map(Placement::floor);
        FloorId to = there.orElse(floor);
        if (to != null) {
            go(to, point);
        }
    }

    private void go(FloorId to, @Nullable PointId point) {
        getUI().ifPresent(ui -> ui.navigate(address(to), Selection.of(point)));
    }

    /** In words of its own: Vaadin leads a class with parameters to its first address, which has none here. */
    private static String address(FloorId floor) {
        return "floor/" + floor.number();
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · BMaC";
    }
}
