package org.bmac.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bmac.ServerTest;
import org.bmac.access.Actor;
import org.bmac.access.Grant;
import org.bmac.access.Grants;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.User;
import org.bmac.access.Users;
import org.bmac.access.Where;
import org.bmac.building.Buildings;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.PlanImage;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who may take the building away and bring one, what its plans go through, and what the audit says. */
@ServerTest
class TransfersTests {
    private static final String ORIGIN = "test";

    private final Transfers transfers;
    private final Buildings buildings;
    private final Users users;
    private final Grants grants;
    private final JdbcClient sql;
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    TransfersTests(Transfers transfers, Buildings buildings, Users users, Grants grants, JdbcClient sql) {
        this.transfers = transfers;
        this.buildings = buildings;
        this.users = users;
        this.grants = grants;
        this.sql = sql;
    }

    private Actor.Person person(String name) {
        User found = users.all().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Actor.Person(found.id(), found.name(), found.role());
    }

    private Actor.Person somebody(Role role) {
        String name = "u" + UUID.randomUUID();
        users.add(person("admin"), name, role);
        return person(name);
    }

    private byte[] file(String plan) {
        String encoded = Base64.getEncoder().encodeToString(plan.getBytes(StandardCharsets.UTF_8));
        String text = "{\"format\":\"bmac-building\",\"version\":1,\"floors\":[{\"key\":\"1\",\"name\":\"Brought " + tag
                + "\",\"width\":20,\"height\":10,\"plan\":\"" + encoded + "\"}]}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Floor brought() {
        return buildings.current().floors().stream()
                .filter(floor -> floor.name().equals("Brought " + tag))
                .findFirst()
                .orElseThrow();
    }

    private String audited(Actor by) {
        return sql.sql("select reason from audit where actor = ?")
                .param(by.name())
                .query(String.class)
                .list()
                .toString();
    }

    @Test
    void onlyWhoMayConfigureTheWholeBuildingMayDoAnyOfIt() {
        FloorId floor =
                buildings.addFloor("Floor " + tag, 0, 10, 10, new PlanImage("image/svg+xml", Bytes.of("<svg/>")));
        Actor.Person local = somebody(Role.ENGINEER);
        grants.set(person("admin"), ORIGIN, local.user(), Set.of(new Grant(Right.CONFIGURE, new Where.OnFloor(floor))));

        for (Actor by : List.of(local, somebody(Role.VIEWER), somebody(Role.OPERATOR))) {
            assertThatThrownBy(() -> transfers.export(by, ORIGIN, null, null))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> transfers.examine(by, file("<svg/>"))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> transfers.bring(by, ORIGIN, file("<svg/>"), "a.json", Set.of()))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void aPlanGoesThroughWhatEveryPlanGoesThrough() {
        Actor by = somebody(Role.ENGINEER);
        byte[] file = file("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><script>evil()</script>"
                + "<rect width='5' height='5' onload='evil()'/></svg>");

        transfers.bring(by, ORIGIN, file, "house.json", Set.of());

        String plan = buildings.planOf(brought().id()).orElseThrow().content().text();
        assertThat(plan).contains("<rect").doesNotContain("evil");
        assertThat(transfers.examine(by, file).items()).isEmpty();
        assertThat(audited(by)).contains("house.json", "1 added");
    }

    @Test
    void aPlanThatIsNoneIsToldWithItsPlace() {
        DryRun run = transfers.examine(somebody(Role.ENGINEER), file("PK\3\4 a bomb"));

        assertThat(run.problems()).singleElement().satisfies(problem -> assertThat(problem.where())
                .isEqualTo("floors[0].plan"));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() {
        Actor by = somebody(Role.ENGINEER);
        byte[] large = new byte[Transfers.MOST_BYTES + 1];

        assertThatThrownBy(() -> transfers.examine(by, large)).hasMessageContaining("up to 64 MB");
    }

    @Test
    void whatIsTakenAwayIsReadBackWithoutAChange() {
        Actor by = somebody(Role.ENGINEER);
        transfers.bring(
                by, ORIGIN, file("<svg viewBox='0 0 20 10'><rect width='5' height='5'/></svg>"), "a.json", Set.of());

        byte[] one = transfers.export(by, ORIGIN, brought().id(), Vocabulary.HAYSTACK);

        DryRun run = transfers.examine(by, one);
        assertThat(run.items()).isEmpty();
        assertThat(run.problems()).isEmpty();
        assertThat(run.same()).isPositive();
        assertThat(audited(by)).contains("Brought " + tag + " as a file.");
    }
}
