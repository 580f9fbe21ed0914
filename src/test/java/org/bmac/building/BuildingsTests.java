package org.bmac.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BuildingsTests {
    private final List<Object> facts = new ArrayList<>();
    private final DataSource database = TestBuildings.database();
    private final Buildings buildings = TestBuildings.over(database, facts::add);

    @Test
    void startsEmptyAndNameless() {
        assertThat(buildings.current().name()).isEmpty();
        assertThat(buildings.current().floors()).isEmpty();
        assertThat(buildings.current().points()).isEmpty();
    }

    @Test
    void everythingIsThereAgainAfterARestart() {
        FloorId floor = ground();
        ZoneId zone = buildings.addZone(floor, "Lab 1", ZoneKind.LABORATORY, square(0.1, 0.5));
        Node node = buildings.addNode("a020a6000001", "lab-1", Dialect.FIRMWARE, 3);
        buildings.assign(node.id(), "lab-1", 3, new Placement(floor, new Spot(0.2, 0.2)));
        Point point = buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0);
        buildings.rename("Stadthaus");

        Building again = TestBuildings.over(database, _ -> {}).current();
        assertThat(again.name()).isEqualTo("Stadthaus");
        assertThat(again.floors()).isEqualTo(buildings.current().floors());
        assertThat(again.zones()).isEqualTo(buildings.current().zones());
        assertThat(again.nodes()).isEqualTo(buildings.current().nodes());
        assertThat(again.points()).containsExactly(point);
        assertThat(point.zone()).isEqualTo(zone);
        assertThat(again.placeOf(point)).isEqualTo("Lab 1");
        assertThat(buildings.planOf(floor)).contains(TestBuildings.blankPlan());
    }

    @Test
    void aChangeReplacesThePictureAndSaysSoOnce() {
        Building before = buildings.current();
        ground();
        assertThat(before.floors()).isEmpty();
        assertThat(buildings.current().floors()).hasSize(1);
        assertThat(facts).containsExactly(new BuildingChanged());
    }

    @Test
    void changesTogetherAreOneChange() {
        buildings.changeTogether(() -> {
            FloorId floor = ground();
            Node node = buildings.addNode("a020a6000001", "lab-1", Dialect.FIRMWARE, 3);
            buildings.assign(node.id(), "lab-1", 3, new Placement(floor, new Spot(0.5, 0.5)));
            buildings.ensurePoint(node.id(), Kind.CO2, 0);
            assertThat(buildings.current().points()).hasSize(1);
        });
        assertThat(facts).hasSize(1);
        assertThat(buildings.current().points()).hasSize(1);
    }

    @Test
    void manyChangesTogetherAreNotReadOneByOne() {
        DataSource counting = TestBuildings.inMemory(); // H2 counts statements
        Buildings many = TestBuildings.over(counting, _ -> {});
        JdbcClient sql = JdbcClient.create(counting);
        sql.sql("set query_statistics true").update();
        many.changeTogether(() -> IntStream.range(0, 20).forEach(i -> {
            Node node = many.addNode(null, "lab-" + i, Dialect.FIRMWARE, 3);
            many.ensurePoint(node.id(), Kind.TEMPERATURE, 0);
            many.ensurePoint(node.id(), Kind.CO2, 0);
            many.ensurePoint(node.id(), Kind.RELAY, 1, true, Duration.ofSeconds(30));
        }));
        assertThat(many.current().points()).hasSize(60);
        assertThat(sql.sql(
                                "select execution_count from information_schema.query_statistics where sql_statement like '%from point p left join%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsChangedTogetherIsSeenAtOnceAsItWillBe() {
        AtomicReference<Building> within = new AtomicReference<>(buildings.current());
        buildings.changeTogether(() -> {
            FloorId floor = ground();
            Node node = buildings.addNode("a020a6000001", "lab-1", Dialect.FIRMWARE, 3);
            buildings.ensurePoint(node.id(), Kind.CO2, 0);
            buildings.assign(node.id(), "lab-1", 3, new Placement(floor, new Spot(0.2, 0.2)));
            buildings.addZone(floor, "Lab 1", ZoneKind.LABORATORY, square(0.1, 0.5));
            buildings.addZone(floor, "Lab 2", ZoneKind.LABORATORY, square(0.5, 0.9));
            buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0, false, Duration.ofSeconds(30));
            buildings.ensurePoint(node.id(), Kind.FAN, 14, "Left", new Spot(0.7, 0.7), true);
            within.set(buildings.current());
        });
        assertThat(within.get().nodes()).isEqualTo(buildings.current().nodes());
        assertThat(within.get().points())
                .hasSize(3)
                .isEqualTo(buildings.current().points());
        assertThat(buildings.current().points())
                .extracting(buildings.current()::placeOf)
                .containsExactly("Lab 1", "Lab 1", "Lab 2");
    }

    @Test
    void aNodeWithAnotherLocationHangsWhereItDidAlsoWhenItsFloorIsPutAway() {
        FloorId floor = ground();
        Placement place = new Placement(floor, new Spot(0.2, 0.2));
        Node node = buildings.addNode("a020a6000001", "lab-1", Dialect.FIRMWARE, 3);
        buildings.assign(node.id(), "lab-1", 3, place);
        Point point = buildings.ensurePoint(node.id(), Kind.CO2, 0);
        buildings.archive(floor);

        buildings.readdress(node.id(), "lab-2", 1);

        buildings.bringBack(floor);
        assertThat(buildings.current().node(node.id()))
                .contains(new Node(node.id(), "a020a6000001", "lab-2", Dialect.FIRMWARE, 1, place));
        assertThat(buildings.current().pointsOf(node.id())).containsExactly(point);
    }

    @Test
    void aLocationThatIsGivenUpIsFreeForAnotherWithinTheSameChange() {
        Node first = buildings.addNode("a020a6000001", "lab-1", Dialect.FIRMWARE, 3);
        Node second = buildings.addNode("a020a6000002", "lab-2", Dialect.FIRMWARE, 3);
        AtomicReference<Building> within = new AtomicReference<>(buildings.current());

        buildings.changeTogether(() -> {
            assertThatIllegalArgumentException().isThrownBy(() -> buildings.readdress(second.id(), "lab-1", 3));
            buildings.readdress(first.id(), "lab-3", 3);
            buildings.readdress(second.id(), "lab-1", 3);
            buildings.readdress(first.id(), "lab-2", 3);
            buildings.addNode("a020a6000003", "lab-3", Dialect.FIRMWARE, 3);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> buildings.addNode("a020a6000004", "lab-1", Dialect.FIRMWARE, 3));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> buildings.addNode("a020a6000003", "lab-4", Dialect.FIRMWARE, 3));
            within.set(buildings.current());
        });

        assertThat(within.get().nodes())
                .containsExactlyInAnyOrderElementsOf(buildings.current().nodes());
        assertThat(buildings.current().nodes()).extracting(Node::location).containsExactly("lab-2", "lab-1", "lab-3");
    }

    @Test
    void whatChangesNothingIsNoNews() {
        Node node = buildings.addNode("a020a6000001", "lab-1", Dialect.BMAC5, 0);
        buildings.ensurePoint(node.id(), Kind.CO2, 0, false, Duration.ofSeconds(30));
        Building before = buildings.current();
        facts.clear();
        buildings.changeTogether(() -> buildings.ensurePoint(node.id(), Kind.CO2, 0, false, Duration.ofSeconds(30)));
        buildings.ensurePoint(node.id(), Kind.CO2, 0);
        assertThat(facts).isEmpty();
        assertThat(buildings.current()).isSameAs(before);
    }

    @Test
    void aLocationThatLooksLikeTheUidOfAnotherIsRefused() {
        Node node = buildings.addNode("a020a6000001", "a020a6000001", Dialect.FIRMWARE, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buildings.assign(node.id(), "a020a6000002", 0, null))
                .withMessageContaining("a020a6000002");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buildings.addNode(null, "A020A6000002", Dialect.FIRMWARE, 0));
        assertThat(buildings.assign(node.id(), "a020a6000001", 3, null).modules())
                .isEqualTo(3);
        assertThat(buildings.addNode("a020a6000002", "a020a6000002", Dialect.FIRMWARE, 0))
                .isEqualTo(buildings.current().nodeOfUid("a020a6000002"));
    }

    @Test
    void aFailedChangeLeavesNothing() {
        assertThatThrownBy(() -> buildings.changeTogether(() -> {
                    ground();
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(buildings.current().floors()).isEmpty();
        assertThat(TestBuildings.over(database, _ -> {}).current().floors()).isEmpty();
        assertThat(facts).isEmpty();
        ground();
        assertThat(buildings.current().floors()).hasSize(1);
    }

    @Test
    void twoNodesCannotHaveOneLocation() {
        buildings.addNode("a020a6000001", "lab-1", Dialect.FIRMWARE, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buildings.addNode("a020a6000002", "lab-1", Dialect.FIRMWARE, 3))
                .withMessageContaining("lab-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buildings.addNode("a020a6000001", "lab-2", Dialect.FIRMWARE, 3))
                .withMessageContaining("a020a6000001");
    }

    @Test
    void aLocationThatWouldBreakATopicIsRefused() {
        for (String location : List.of("", " ", "a;b", "a/b", "a+b", "a#b", "x".repeat(256))) {
            assertThatIllegalArgumentException()
                    .as(location)
                    .isThrownBy(() -> buildings.addNode(null, location, Dialect.FIRMWARE, 0));
        }
        buildings.addNode(null, "x".repeat(255), Dialect.FIRMWARE, 0);
        assertThat(buildings.current().nodes()).hasSize(1);
    }

    @Test
    void aSourceBecomesPartOfTheNodeThatGetsItsLocation() {
        FloorId floor = ground();
        Node source = buildings.addNode(null, "lab-1", Dialect.FIRMWARE, 0);
        Point heard = buildings.ensurePoint(source.id(), Kind.TEMPERATURE, 0);
        Node node = buildings.addNode("a020a6000001", "a020a6000001", Dialect.FIRMWARE, 0);
        buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0);

        buildings.assign(node.id(), "lab-1", 3, new Placement(floor, new Spot(0.5, 0.5)));

        assertThat(buildings.current().nodes()).extracting(Node::uid).containsExactly("a020a6000001");
        assertThat(buildings.current().pointsOf(node.id()))
                .extracting(Point::id)
                .containsExactly(heard.id());
        assertThat(buildings.current().nodeOfLocation("lab-1")).isNotNull();
    }

    @Test
    void aNodeWithoutALocationIsFoundByItsUid() {
        Node node = buildings.addNode("a020a6000001", "lab-1", Dialect.FIRMWARE, 3);
        assertThat(buildings.current().nodeOfLocation("a020a6000001")).isEqualTo(node);
    }

    @Test
    void aPointIsMadeOnce() {
        Node node = buildings.addNode("a020a6000001", "lab-1", Dialect.FIRMWARE, 3);
        Point first = buildings.ensurePoint(node.id(), Kind.FAN, 14);
        assertThat(buildings.ensurePoint(node.id(), Kind.FAN, 14)).isEqualTo(first);
        assertThat(buildings.ensurePoint(node.id(), Kind.FAN, 12).id()).isNotEqualTo(first.id());
        assertThat(first.commandable()).isTrue();
    }

    private FloorId ground() {
        return buildings.addFloor("Ground floor", 0, 1200, 800, TestBuildings.blankPlan());
    }

    private static List<Spot> square(double from, double to) {
        return List.of(new Spot(from, from), new Spot(to, from), new Spot(to, to), new Spot(from, to));
    }
}
