package org.bmac.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bmac.ServerTest;
import org.bmac.access.Actor;
import org.bmac.access.Grant;
import org.bmac.access.Grants;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.Users;
import org.bmac.access.Where;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.point.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who may read which rows. */
@ServerTest
class SightTests {
    private static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");

    private final Audit audit;
    private final Users users;
    private final Grants grants;
    private final Buildings buildings;
    private final String tag = UUID.randomUUID().toString();
    private FloorId upper = new FloorId(1);

    @Autowired
    SightTests(Audit audit, Users users, Grants grants, Buildings buildings) {
        this.audit = audit;
        this.users = users;
        this.grants = grants;
        this.buildings = buildings;
    }

    @BeforeEach
    void writeOneOfEach() {
        upper = buildings.addFloor("Upper " + UUID.randomUUID(), 1, 10, 10, TestBuildings.blankPlan());
        FloorId lower = buildings.addFloor("Lower " + UUID.randomUUID(), 0, 10, 10, TestBuildings.blankPlan());
        audit.add(List.of(
                about(fan(upper, "a"), "upper"),
                about(fan(lower, "b"), "lower"),
                Entry.of(NOON, What.SCENE, "anna", "operator", tag, "scene"),
                Entry.of(NOON, What.SIGN_IN, "anna", "operator", tag, "sign-in"),
                Entry.of(NOON, What.ACCESS, "anna", "admin", tag, "access")));
    }

    @Test
    void administratorReadsEverything() {
        assertThat(read(person("admin"))).containsExactly("access", "sign-in", "scene", "lower", "upper");
    }

    @Test
    void engineerOfTheWholeBuildingReadsWhatIsAboutItAndItsPoints() {
        assertThat(read(somebody(Role.ENGINEER, Set.of()))).containsExactly("scene", "lower", "upper");
    }

    @Test
    void operatorReadsWhatIsAboutPoints() {
        assertThat(read(somebody(Role.OPERATOR, Set.of()))).containsExactly("lower", "upper");
    }

    @Test
    void whoSeesAFloorReadsOnlyWhatHappenedThere() {
        Where.OnFloor there = new Where.OnFloor(upper);
        assertThat(read(somebody(Role.OPERATOR, Set.of(new Grant(Right.SEE, there)))))
                .containsExactly("upper");
        assertThat(read(somebody(Role.ENGINEER, Set.of(new Grant(Right.CONFIGURE, there)))))
                .containsExactly("upper");
    }

    @Test
    void viewerReadsNothing() {
        Actor viewer = somebody(Role.VIEWER, Set.of());
        assertThatThrownBy(() -> read(viewer)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> audit.export(viewer, Filter.ALL, new StringBuilder()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void exportHoldsWhatIsReadAndNoMore() throws IOException {
        StringBuilder csv = new StringBuilder();
        audit.export(somebody(Role.OPERATOR, Set.of(new Grant(Right.SEE, new Where.OnFloor(upper)))), filter(), csv);
        assertThat(csv.toString().lines()).hasSize(2).last().asString().contains("upper");
    }

    @Test
    void rulesThatNameOtherOutputsAreReadInFullByWhoSeesAllOfThem() {
        Point fan = fan(upper, "c");
        audit.add(Entry.of(NOON, What.RULES, "ben", "engineer", tag, "never on together with the vault")
                .on(fan.id().number(), fan.label()));
        Actor there = somebody(Role.OPERATOR, Set.of(new Grant(Right.SEE, new Where.OnFloor(upper))));
        Filter vault = new Filter(null, null, "", Set.of(What.RULES), Ending.ANY, "", "the vault");

        assertThat(read(there)).hasSize(2).noneMatch(reason -> reason.contains("vault"));
        assertThat(audit.find(there, vault, Long.MAX_VALUE, 100)).isEmpty();
        assertThat(read(somebody(Role.OPERATOR, Set.of()))).contains("never on together with the vault");
    }

    private List<String> read(Actor by) {
        return audit.find(by, filter(), Long.MAX_VALUE, 100).stream()
                .map(row -> row.entry().reason())
                .toList();
    }

    private Filter filter() {
        return new Filter(null, null, "", Set.of(), Ending.ANY, "", tag);
    }

    private Entry about(Point point, String reason) {
        return Entry.of(NOON, What.COMMAND, "anna", "operator", tag, reason)
                .on(point.id().number(), point.label());
    }

    private Point fan(FloorId floor, String mark) {
        String location = mark + tag.substring(0, 8);
        Node node = buildings.addNode(tag.substring(0, 8) + "000" + mark, location, Dialect.FIRMWARE, 1);
        buildings.assign(node.id(), location, 1, new Placement(floor, new Spot(0.5, 0.5)));
        return buildings.ensurePoint(node.id(), Kind.FAN, 4);
    }

    private Actor somebody(Role role, Set<Grant> given) {
        String name = "u" + UUID.randomUUID();
        users.add(person("admin"), name, role);
        grants.set(person("admin"), "test", person(name).user(), given);
        return person(name);
    }

    private Actor.Person person(String name) {
        return users.all().stream()
                .filter(user -> user.name().equals(name))
                .map(user -> new Actor.Person(user.id(), user.name(), user.role()))
                .findFirst()
                .orElseThrow();
    }
}
