package org.bmac.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bmac.ServerTest;
import org.bmac.SignedInAs;
import org.bmac.access.Role;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.ZoneKind;
import org.bmac.chart.HistoryChart;
import org.bmac.chart.SeriesRemoved;
import org.bmac.point.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@ViewPackages(packages = "org.bmac")
@SignedInAs(Role.VIEWER)
class HistoryViewTests extends SpringBrowserlessTest {
    private final Buildings buildings;
    private List<Point> points = List.of();

    @Autowired
    HistoryViewTests(Buildings buildings) {
        this.buildings = buildings;
    }

    @BeforeEach
    void aRoomWithThreePoints() {
        String tag = UUID.randomUUID().toString().substring(0, 12);
        FloorId floor = buildings.addFloor("Floor " + tag, 3, 120, 80, TestBuildings.blankPlan());
        List<Spot> outline = List.of(new Spot(0, 0), new Spot(1, 0), new Spot(1, 1), new Spot(0, 1));
        buildings.addZone(floor, "Room " + tag, ZoneKind.OFFICE, outline);
        Node node = buildings.addNode(tag, tag, Dialect.BMAC5, 0);
        buildings.assign(node.id(), tag, 1, new Placement(floor, new Spot(0.5, 0.5)));
        points = List.of(
                buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0),
                buildings.ensurePoint(node.id(), Kind.HUMIDITY, 0),
                buildings.ensurePoint(node.id(), Kind.RELAY, 5));
    }

    @Test
    void aPointIsDrawnInTheWordsOfTheMap() {
        UI.getCurrent().navigate("history/" + points.get(2).id());

        assertThat(find(H1.class).single().getText()).isEqualTo("Relay");
        String series = property("series");
        assertThat(series)
                .contains(
                        "\"words\":[\"off\",\"on\"]",
                        "\"steps\":true",
                        "stream/history/" + points.get(2).id());
        assertThat(property("window")).contains("\"kind\":\"latest\"", "86400000");
    }

    @Test
    void anotherPointOfTheZoneIsAddedAndStandsInTheAddress() {
        UI.getCurrent().navigate("history/" + points.getFirst().id());
        LineChoice choice = find(LineChoice.class).single();

        assertThat(choice.getListDataView()
                        .getItems()
                        .filter(line -> line.over() == Line.Over.POINT)
                        .map(Line::point))
                .containsExactlyInAnyOrder(points.get(1).id(), points.get(2).id());
        test(choice).selectItem("Humidity");

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .startsWith("history/" + points.getFirst().id() + "?")
                .contains("with=" + points.get(1).id());
        assertThat(property("series")).contains("Temperature", "Humidity");
    }

    @Test
    void aSeriesThatIsRemovedIsGone() {
        UI.getCurrent()
                .navigate(
                        "history/" + points.getFirst().id(),
                        new QueryParameters(Map.of(
                                "with", List.of(points.get(1).id().toString()),
                                "span", List.of("PT1H"))));
        HistoryChart chart = find(HistoryChart.class).single();

        ComponentUtil.fireEvent(
                chart, new SeriesRemoved(chart, true, points.getFirst().id().toString()));

        assertThat(find(H1.class).single().getText()).isEqualTo("Humidity");
        assertThat(property("series")).doesNotContain("Temperature");
        assertThat(property("window")).contains("3600000");
    }

    @Test
    void thoseOfOneKindAreShownTogether() {
        Point first = points.getFirst();
        Point second = buildings.ensurePoint(first.node(), Kind.TEMPERATURE, 1);
        buildings.ensurePoint(first.node(), Kind.TEMPERATURE, 2, "Flow", new Spot(0.5, 0.5), false);
        UI.getCurrent().navigate("history/" + first.id());
        LineChoice choice = find(LineChoice.class).single();
        String zone = buildings.current().placeOf(first);

        test(choice).selectItem("Temperature, mean of 2, " + zone);

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .contains("with=zone-" + first.id());
        assertThat(property("series"))
                .contains("Temperature, mean of 2", "stream/history/" + first.id() + "," + second.id());
        UI.getCurrent().navigate("history/zone-" + second.id());
        assertThat(find(H1.class).single().getText()).isEqualTo("Temperature, mean of 2");
    }

    @Test
    void withoutAPointOneIsOffered() {
        UI.getCurrent().navigate("history");

        assertThat(find(H1.class).single().getText()).isEqualTo("History");
        assertThat(find(LineChoice.class).single().getListDataView().getItems().map(Line::point))
                .contains(points.getFirst().id());
        assertThat(find(HistoryChart.class).all()).isEmpty();
    }

    @Test
    void aPointThatDoesNotExistIsNotFound() {
        UI.getCurrent().navigate("history/2000000");

        assertThat(find(H1.class).single().getText()).isEqualTo("Nothing here");
    }

    private String property(String name) {
        return String.valueOf(find(HistoryChart.class).single().getElement().getPropertyRaw(name));
    }
}
