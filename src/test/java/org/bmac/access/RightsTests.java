package org.bmac.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.bmac.building.Building;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.ZoneId;
import org.bmac.building.ZoneKind;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Role and place together. */
class RightsTests {
    private static final String ORIGIN = "test";

    private final DataSource folder = TestAccess.freshFolder();
    private final TestAccess access = TestAccess.inEarnest(folder, "correct-horse-7");
    private final Actor.Person admin = access.person("admin");
    private final FloorId ground = floor("Ground floor");
    private final FloorId upper = floor("Upper floor");
    private final ZoneId foyer = zone(ground, "Foyer", 0, 0.5);
    private final ZoneId kitchen = zone(ground, "Kitchen", 0.5, 1);
    private final Point inFoyer = point("foyer", ground, 0.25);
    private final Point inKitchen = point("kitchen", ground, 0.75);
    private final Point upstairs = point("upstairs", upper, 0.25);
    private final Point unplaced = point("somewhere", null, 0);

    @Test
    void whoHasNoGrantsMayEverywhereWhatTheRoleAllows() {
        Actor olga = somebody("olga", Role.OPERATOR);

        assertThat(reaches(olga, Right.COMMAND)).containsExactly(inFoyer, inKitchen, upstairs, unplaced);
        assertThat(reaches(olga, Right.CONFIGURE)).isEmpty();
        assertThat(access.rights.of(olga, Right.SEE, inFoyer.id())).contains("operator");
    }

    @Test
    void grantsSayWhere() {
        Actor olga = somebody("olga", Role.OPERATOR);
        grant(olga, new Grant(Right.SEE, new Where.OnFloor(ground)), new Grant(Right.COMMAND, new Where.InZone(foyer)));

        assertThat(reaches(olga, Right.SEE)).containsExactly(inFoyer, inKitchen);
        assertThat(reaches(olga, Right.COMMAND)).containsExactly(inFoyer);
        assertThat(access.rights.of(olga, Right.COMMAND, inFoyer.id())).contains("operator, Ground floor, Foyer");
        assertThat(access.rights.of(olga, Right.SEE, inKitchen.id())).contains("operator, Ground floor");
        assertThat(access.rights.of(olga, Right.COMMAND, inKitchen.id())).isEmpty();
    }

    @Test
    void whoMayDoMoreAtAPlaceMayDoLessThereToo() {
        Actor emil = somebody("emil", Role.ENGINEER);
        grant(
                emil,
                new Grant(Right.SEE, new Where.InZone(kitchen)),
                new Grant(Right.CONFIGURE, new Where.OnFloor(upper)));

        assertThat(reaches(emil, Right.CONFIGURE)).containsExactly(upstairs);
        assertThat(reaches(emil, Right.COMMAND)).containsExactly(upstairs);
        assertThat(reaches(emil, Right.SEE)).containsExactly(inKitchen, upstairs);
    }

    @Test
    void noGrantGivesMoreThanTheRole() {
        Actor vera = somebody("vera", Role.VIEWER);
        grant(vera, new Grant(Right.CONFIGURE, new Where.Everywhere()));

        assertThat(reaches(vera, Right.SEE)).hasSize(4);
        assertThat(reaches(vera, Right.COMMAND)).isEmpty();
    }

    @Test
    void whatHasNoPlaceIsForThoseWhoSeeEverything() {
        Actor vera = somebody("vera", Role.VIEWER);
        grant(vera, new Grant(Right.SEE, new Where.OnFloor(ground)), new Grant(Right.SEE, new Where.OnFloor(upper)));
        assertThat(reaches(vera, Right.SEE)).doesNotContain(unplaced);

        grant(vera, new Grant(Right.SEE, new Where.Everywhere()));
        assertThat(reaches(vera, Right.SEE)).contains(unplaced);
    }

    @Test
    void aPlaceThatIsGoneGrantsNothingAndOpensNothing() {
        Actor vera = somebody("vera", Role.VIEWER);
        new GrantRows(JdbcClient.create(folder))
                .replace(vera.user(), Set.of(new Grant(Right.SEE, new Where.InZone(new ZoneId(4711)))));

        TestAccess restarted = TestAccess.inEarnest(folder, "correct-horse-7");

        assertThat(restarted.rights.reach(vera, Right.SEE).everywhere()).isFalse();
        assertThat(restarted.rights.seen(vera).floors()).isEmpty();
        assertThat(restarted.rights.seen(vera).points()).isEmpty();
    }

    @Test
    void aTokenReachesNoFurtherThanItsOwner() {
        Actor.Person olga = somebody("olga", Role.OPERATOR);
        String secret = access.tokens.make(olga, "chart", Role.VIEWER);
        grant(olga, new Grant(Right.COMMAND, new Where.InZone(foyer)));
        Actor chart = access.tokens.open(secret).orElseThrow();

        assertThat(reaches(chart, Right.SEE)).containsExactly(inFoyer);
        assertThat(reaches(chart, Right.COMMAND)).isEmpty();
    }

    @Test
    void anAdministratorMayEverythingWhateverWasGrantedBefore() {
        Actor olga = somebody("olga", Role.OPERATOR);
        grant(olga, new Grant(Right.COMMAND, new Where.InZone(foyer)));
        access.users.changeRole(admin, olga.user(), Role.ADMIN);

        assertThat(reaches(access.person("olga"), Right.CONFIGURE)).hasSize(4);
        assertThatThrownBy(() -> grant(olga, new Grant(Right.SEE, new Where.InZone(kitchen))))
                .hasMessage("An administrator may do everything everywhere.");
    }

    @Test
    void whatActsByItselfActsEverywhere() {
        assertThat(reaches(new Actor.Automation("schedule"), Right.COMMAND)).hasSize(4);
    }

    @Test
    void whoMaySeeAZoneSeesItsFloorAndNothingElseOfIt() {
        Actor vera = somebody("vera", Role.VIEWER);
        grant(vera, new Grant(Right.SEE, new Where.InZone(kitchen)));

        Building seen = access.rights.seen(vera);

        assertThat(seen.floors()).extracting(floor -> floor.id()).containsExactly(ground);
        assertThat(seen.zones()).extracting(zone -> zone.id()).containsExactly(kitchen);
        assertThat(seen.nodes()).extracting(Node::location).containsExactly("kitchen");
        assertThat(seen.points()).containsExactly(inKitchen);
        assertThat(seen.placeOf(inKitchen)).isEqualTo("Kitchen");
    }

    @Test
    void grantsOutliveARestart() {
        Actor vera = somebody("vera", Role.VIEWER);
        Set<Grant> given = Set.of(
                new Grant(Right.SEE, new Where.InZone(kitchen)),
                new Grant(Right.SEE, new Where.OnFloor(upper)),
                new Grant(Right.COMMAND, new Where.Everywhere()));
        access.grants.set(admin, ORIGIN, vera.user(), given);

        TestAccess restarted = TestAccess.inEarnest(folder, "correct-horse-7");

        assertThat(restarted.grants.of(vera.user())).isEqualTo(given);
    }

    @Test
    void aChangeIsToldWithBothSidesAndThenThatItCounts() {
        Actor vera = somebody("vera", Role.VIEWER);
        Grant first = new Grant(Right.SEE, new Where.OnFloor(upper));
        Grant second = new Grant(Right.SEE, new Where.InZone(kitchen));
        grant(vera, first);
        access.events.clear();

        grant(vera, second);
        grant(vera, second);

        assertThat(access.events)
                .containsExactly(
                        new GrantsChanged(admin, ORIGIN, access.user("vera"), Set.of(first), Set.of(second)),
                        new AccessChanged(vera.user(), admin, AccessChanged.How.GRANTS));
    }

    @Test
    void whatCannotBeWrittenDownDoesNotCount() {
        Actor vera = somebody("vera", Role.VIEWER);
        TestAccess refusing = TestAccess.over(folder, access.buildings, event -> {
            if (event instanceof GrantsChanged) {
                throw new IllegalStateException("the audit is full");
            }
        });

        assertThatThrownBy(() -> refusing.grants.set(
                        admin, ORIGIN, vera.user(), Set.of(new Grant(Right.SEE, new Where.InZone(kitchen)))))
                .hasMessage("the audit is full");

        assertThat(refusing.grants.of(vera.user())).isEmpty();
        assertThat(TestAccess.inEarnest(folder, "correct-horse-7").grants.of(vera.user()))
                .isEmpty();
    }

    @Test
    void onlyAnAdministratorSaysWhere() {
        Actor emil = somebody("emil", Role.ENGINEER);
        Actor vera = somebody("vera", Role.VIEWER);
        Set<Grant> everything = Set.of(new Grant(Right.SEE, new Where.Everywhere()));

        assertThatThrownBy(() -> access.grants.set(emil, ORIGIN, vera.user(), everything))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> access.grants.set(admin, ORIGIN, admin.user(), everything))
                .hasMessageContaining("to yourself");
        assertThatThrownBy(() -> grant(vera, new Grant(Right.SEE, new Where.InZone(new ZoneId(4711)))))
                .hasMessage("There is no such place any more. Open this anew.");
        assertThat(access.grants.of(vera.user())).isEmpty();
    }

    @Test
    void grantsAreSaidInWords() {
        Building building = access.buildings.current();

        assertThat(Grant.words(
                        Set.of(
                                new Grant(Right.COMMAND, new Where.OnFloor(upper)),
                                new Grant(Right.COMMAND, new Where.InZone(foyer)),
                                new Grant(Right.SEE, new Where.Everywhere())),
                        building))
                .isEqualTo("may see everywhere; command Ground floor, Foyer and Upper floor");
        assertThat(Grant.words(Set.of(), building)).isEqualTo("may do everywhere what the role allows");
        assertThat(new Where.InZone(new ZoneId(4711)).words(building)).isEqualTo("a zone that is gone");
    }

    private List<Point> reaches(Actor actor, Right right) {
        return access.buildings.current().points().stream()
                .filter(point -> access.rights.may(actor, right, point.id()))
                .toList();
    }

    private void grant(Actor to, Grant... grants) {
        access.grants.set(admin, ORIGIN, to.user(), Set.of(grants));
    }

    private Actor.Person somebody(String name, Role role) {
        access.users.add(admin, name, role);
        return access.person(name);
    }

    private FloorId floor(String name) {
        return access.buildings.addFloor(name, 0, 100, 100, TestBuildings.blankPlan());
    }

    private ZoneId zone(FloorId floor, String name, double left, double right) {
        return access.buildings.addZone(
                floor,
                name,
                ZoneKind.OFFICE,
                List.of(new Spot(left, 0), new Spot(right, 0), new Spot(right, 1), new Spot(left, 1)));
    }

    private Point point(String location, @Nullable FloorId floor, double x) {
        Node node = access.buildings.addNode(null, location, Dialect.FIRMWARE, 0);
        if (floor != null) {
            access.buildings.assign(node.id(), location, 0, new Placement(floor, new Spot(x, 0.5)));
        }
        return access.buildings.ensurePoint(node.id(), Kind.RELAY, 0);
    }
}
