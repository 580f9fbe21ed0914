package org.bmac.floorplan.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bmac.ServerTest;
import org.bmac.SignedInAs;
import org.bmac.access.Actor;
import org.bmac.access.Grant;
import org.bmac.access.Grants;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.UserId;
import org.bmac.access.Users;
import org.bmac.access.Where;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.PlanImage;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.command.Commands;
import org.bmac.command.Confirmation;
import org.bmac.command.Deed;
import org.bmac.command.Held;
import org.bmac.command.OutputRules;
import org.bmac.command.Requests;
import org.bmac.command.Rules;
import org.bmac.command.Wish;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the elements of a page ask is done as the person before it; without a browser, and without a node that answers. */
@ServerTest
@ViewPackages(packages = "org.bmac")
class DeskTests extends SpringBrowserlessTest {
    private final Buildings buildings;
    private final Commands commands;
    private final Rules rules;
    private final Requests requests;
    private final Users users;
    private final Grants grants;
    private final JdbcTemplate sql;

    @Autowired
    DeskTests(
            Buildings buildings,
            Commands commands,
            Rules rules,
            Requests requests,
            Users users,
            Grants grants,
            JdbcTemplate sql) {
        this.buildings = buildings;
        this.commands = commands;
        this.rules = rules;
        this.requests = requests;
        this.users = users;
        this.grants = grants;
        this.sql = sql;
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void aViewersPanelOffersNothing() {
        PointPanel panel = panelOf(fan());

        assertThat(panel.getElement().hasAttribute("may")).isFalse();
        assertThat(panel.getElement().getAttribute("user")).isEqualTo("anna");
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void anOperatorsPanelOffersControlButNotForGood() {
        PointPanel panel = panelOf(fan());

        assertThat(panel.getElement().hasAttribute("may")).isTrue();
        assertThat(panel.getElement().hasAttribute("engineer")).isFalse();
    }

    @Test
    @SignedInAs(Role.ENGINEER)
    void anEngineerMayHoldForGoodWithAReason() {
        Point fan = fan();
        wish(panelOf(fan), fan.id() + "=60", 0, "");
        assertThat(heldFor(fan)).isEmpty();

        wish(panelOf(fan), fan.id() + "=60", 0, "maintenance");

        assertThat(heldFor(fan)).singleElement().satisfies(held -> {
            assertThat(held.slot().until()).isNull();
            assertThat(held.slot().reason()).isEqualTo("maintenance");
        });
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void whatIsAskedIsAskedAsThePersonBeforeThePageAndLetGoOf() {
        Point fan = fan();
        PointPanel panel = panelOf(fan);
        wish(panel, fan.id() + "=60", 30, "");
        assertThat(heldFor(fan)).singleElement().satisfies(held -> {
            assertThat(held.slot().actor()).isEqualTo("anna");
            assertThat(held.slot().value()).isEqualTo(new Value.Duty(60));
        });

        ComponentUtil.fireEvent(panel, new PointRelease(panel, true, 2, fan.id() + ":8", 0, "", ""));

        assertThat(heldFor(fan)).isEmpty();
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void aViewerWhoForcesThePageToAskMovesNothing() {
        Point fan = fan();

        wish(panelOf(fan), fan.id() + "=60", 30, "");

        assertThat(heldFor(fan)).isEmpty();
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void whatHasToBeConfirmedWaitsForIt() {
        Point fan = fan();
        rules.change(
                new Actor.Person(new UserId(1), "admin", Role.ADMIN),
                "test",
                fan.id(),
                new OutputRules(Confirmation.CONFIRM, List.of(), null));

        wish(panelOf(fan), fan.id() + "=60", 30, "");

        assertThat(heldFor(fan)).isEmpty();
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void nonsenseIsAnsweredAndChangesNothing() {
        Point fan = fan();
        PointPanel panel = panelOf(fan);

        for (String items :
                List.of("", "x=1", fan.id() + "=NaN", fan.id() + "=101", fan.id() + "", "0=1", "999999=1")) {
            wish(panel, items, 30, "");
        }
        ComponentUtil.fireEvent(panel, new PointRelease(panel, true, 3, fan.id() + ":9", 0, "", ""));
        ComponentUtil.fireEvent(panel, new PointRelease(panel, true, 4, fan.id() + "", 0, "", ""));
        ComponentUtil.fireEvent(panel, new CommandDetails(panel, true, 5, -1));
        ComponentUtil.fireEvent(panel, new RequestAgree(panel, true, 6, 999_999));

        assertThat(heldFor(fan)).isEmpty();
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void theListOfOverridesOpensForEverybodyWithNothingToPressForAViewer() {
        UI.getCurrent().navigate("overrides");

        OverrideList list = find(OverrideList.class).single();

        assertThat(list.getElement().hasAttribute("may")).isFalse();
    }

    @Test
    void whatLiesOutOfSightIsRefusedAsIfItWereNotThereAndStandsInTheAudit() {
        Point hidden = fan();
        Point seen = fan();
        actAs(operatorOn(seen));
        PointPanel panel = panelOf(seen);

        wish(panel, hidden.id() + "=60", 30, "");
        wish(panel, hidden.id() + "=101", 30, "");
        ComponentUtil.fireEvent(panel, new PointRelease(panel, true, 2, hidden.id() + ":8", 0, "", ""));

        assertThat(heldFor(hidden)).isEmpty();
        Awaitility.await()
                .untilAsserted(() -> assertThat(refusedInTheAudit(hidden)).containsExactly("60 %", "release"));
        assertThat(new Asking("999999=60", 30, "", ""))
                .satisfies(nothing -> assertThatThrownBy(() -> nothing.wishes(buildings.current()))
                        .hasMessage(Asking.gone().getMessage()));
    }

    @Test
    void askingToConfirmWhatOneMayNotMoveStandsInTheAuditToo() {
        Point hidden = fan();
        Point seen = fan();
        actAs(operatorOn(seen));
        PointPanel panel = panelOf(seen);

        ComponentUtil.fireEvent(panel, new PointConfirm(panel, true, 1, hidden.id() + "=60", 30, "", ""));
        ComponentUtil.fireEvent(panel, new ReleaseConfirm(panel, true, 2, hidden.id() + ":8", 0, "", ""));

        Awaitility.await()
                .untilAsserted(() -> assertThat(refusedInTheAudit(hidden)).containsExactly("60 %", "release"));
    }

    @Test
    void whoAgreesOutOfSightIsToldThatThereIsNothing() {
        Point hidden = fan();
        Actor.Person there = operatorOn(fan());
        Actor.Person admin = person("admin");
        rules.change(admin, "test", hidden.id(), new OutputRules(Confirmation.TWO_PERSONS, List.of(), null));
        Wish wish = Wish.override(hidden.id(), new Value.Duty(60)).because("test");
        long number = requests.ask(admin, "test", new Deed.Set(List.of(wish)))
                .ticket()
                .number();

        assertThatThrownBy(() -> requests.agree(there, "test", number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("That is not waiting for anybody any more.");
        assertThat(requests.of(there)).isEmpty();
        requests.withdraw(admin, "test", number);
    }

    @Test
    void whatTakesASecondPersonWaitsOnTheServerAndIsDoneWhenOneAgrees() {
        Point fan = fan();
        Actor.Person asker = operatorOn(fan);
        Actor.Person second = operatorOn(fan);
        rules.change(person("admin"), "test", fan.id(), new OutputRules(Confirmation.TWO_PERSONS, List.of(), null));
        actAs(asker);
        PointPanel panel = panelOf(fan);
        ComponentUtil.fireEvent(panel, new PointConfirm(panel, true, 1, fan.id() + "=60", 30, "test", ""));
        UI.getCurrent().navigate("overrides");
        long number = requests.of(asker).getFirst().number();
        actAs(second);
        PointPanel other = panelOf(fan);

        ComponentUtil.fireEvent(other, new RequestAgree(other, true, 1, (int) number));

        assertThat(heldFor(fan)).singleElement().satisfies(held -> {
            assertThat(held.slot().actor()).isEqualTo(asker.name());
            assertThat(held.slot().reason()).isEqualTo("test");
        });
    }

    private List<@Nullable String> refusedInTheAudit(Point point) {
        return sql.queryForList(
                "select wanted from audit where point_id = ? and outcome = 'refused' order by number",
                String.class,
                point.id().number());
    }

    private Actor.Person operatorOn(Point point) {
        Actor.Person admin = person("admin");
        String name = "u" + UUID.randomUUID();
        users.add(admin, name, Role.OPERATOR);
        FloorId floor = Objects.requireNonNull(point.placement()).floor();
        grants.set(admin, "test", person(name).user(), Set.of(new Grant(Right.COMMAND, new Where.OnFloor(floor))));
        return person(name);
    }

    private Actor.Person person(String name) {
        return users.all().stream()
                .filter(user -> user.name().equals(name))
                .map(user -> new Actor.Person(user.id(), user.name(), user.role()))
                .findFirst()
                .orElseThrow();
    }

    private static void actAs(Actor.Person person) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person, null, AuthorityUtils.createAuthorityList("ROLE_VIEWER", "ROLE_OPERATOR")));
    }

    private void wish(PointPanel panel, String items, int minutes, String reason) {
        ComponentUtil.fireEvent(panel, new PointCommand(panel, true, 1, items, minutes, reason, ""));
    }

    private List<Held> heldFor(Point point) {
        return commands.overrides().stream()
                .filter(held -> held.point().equals(point.id()))
                .toList();
    }

    private PointPanel panelOf(Point point) {
        int floor = point.placement() == null ? 0 : point.placement().floor().number();
        UI.getCurrent().navigate("floor/" + floor, Selection.of(point.id()));
        return find(PointPanel.class).single();
    }

    private Point fan() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        FloorId floor =
                buildings.addFloor("Floor " + tag, 9, 120, 80, new PlanImage("image/svg+xml", Bytes.of("<svg/>")));
        Node node = buildings.addNode(tag + "0000", "at-" + tag, Dialect.FIRMWARE, 1);
        buildings.assign(node.id(), "at-" + tag, 1, new Placement(floor, new Spot(0.5, 0.5)));
        return buildings.ensurePoint(node.id(), Kind.FAN, 4);
    }
}
