package org.bmac.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
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
import org.bmac.building.FloorId;
import org.bmac.building.TestBuildings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** The screens, without a browser. */
@ServerTest
@ViewPackages(packages = "org.bmac")
class AccessScreensTests extends SpringBrowserlessTest {
    private final Users users;
    private final Grants grants;
    private final Buildings buildings;

    @Autowired
    AccessScreensTests(Users users, Grants grants, Buildings buildings) {
        this.users = users;
        this.grants = grants;
        this.buildings = buildings;
    }

    @Test
    void theSignInPageSaysWhyTheLastAttemptFailed() {
        assertThat(troubleAt("error", "")).isEqualTo("User name or password is wrong.");
        assertThat(troubleAt("wait", "47")).isEqualTo("Too many attempts. Try again in 47 seconds.");
        assertThat(troubleAt("wait", "300")).isEqualTo("Too many attempts. Try again in 5 minutes.");
        assertThat(troubleAt("wait", "<b>")).isEqualTo("Too many attempts. Try again in 60 seconds.");
        assertThat(troubleAt("busy", "")).startsWith("Too many people");
    }

    @Test
    void theSignInPageShowsNoPasswordsInEarnest() {
        UI.getCurrent().navigate("login");

        assertThat(find(DemonstrationBox.class).all()).isEmpty();
        assertThat(find(LoginView.class).single().getElement().getOuterHTML())
                .contains("Sign in")
                .doesNotContain(ServerTest.ADMIN_PASSWORD);
    }

    @Test
    void anAdministratorAddsAUserWhosePasswordIsShownOnce() {
        actAs(admin());
        UI.getCurrent().navigate(UsersView.class);
        String name = "u" + UUID.randomUUID();

        test(find(TextField.class).single()).setValue(name);
        press("Add user");

        assertThat(shownSecret()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        press("I have it");
        assertThat(find(UserRow.class).all())
                .extracting(row -> row.getElement().getTextRecursively())
                .anyMatch(row -> row.contains(name));
        assertThat(users.all()).extracting(User::name).contains(name);
    }

    @Test
    void whatTheStoreRefusesIsSaidAtTheField() {
        actAs(admin());
        UI.getCurrent().navigate(UsersView.class);

        test(find(TextField.class).single()).setValue("admin");
        press("Add user");

        assertThat(find(TextField.class).single().isInvalid()).isTrue();
        assertThat(find(TextField.class).single().getErrorMessage()).isEqualTo("There is a user called admin already.");
    }

    @Test
    void aTokenIsShownOnceAndThenOnlyListed() {
        actAs(somebody(Role.VIEWER));
        UI.getCurrent().navigate(AccountView.class);

        test(find(TextField.class).single()).setValue("the chart in the foyer");
        press("Make a token");

        String secret = shownSecret();
        assertThat(secret).startsWith("bmac_");
        press("I have it");
        assertThat(find(ListItem.class)
                        .withClassName("token")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("the chart in the foyer", "last used never");
        assertThat(find(AccountView.class).single().getElement().getOuterHTML())
                .contains("the chart in the foyer")
                .doesNotContain(secret);
    }

    @Test
    void anAdministratorSaysWhereAUserMayDoWhat() {
        FloorId floor = buildings.addFloor("Floor of rights", 3, 100, 100, TestBuildings.blankPlan());
        Actor.Person olga = somebody(Role.OPERATOR);
        actAs(admin());
        UI.getCurrent().navigate(UsersView.class);

        pressNamed("Change where " + olga.name() + " may do what");
        RightChoice commands = find(RightChoice.class).all().get(1);
        test(radios(commands)).selectItem("At chosen places");
        press("Save");
        assertThat(places(commands).isInvalid()).isTrue();
        places(commands).setValue(Set.of(new Where.OnFloor(floor)));
        press("Save");

        assertThat(grants.of(olga.user()))
                .containsExactlyInAnyOrder(
                        new Grant(Right.SEE, new Where.Everywhere()),
                        new Grant(Right.COMMAND, new Where.OnFloor(floor)));
        assertThat(find(WhereDialog.class).all()).isEmpty();
        assertThat(rowOf(olga)).contains("See everywhere, command Floor of rights");
        actAs(olga);
        UI.getCurrent().navigate(AccountView.class);
        assertThat(find(WhereCard.class).single().getElement().getTextRecursively())
                .contains("See", "everywhere", "Command", "Floor of rights");
    }

    @Test
    void everythingEverywhereIsNoGrantAtAll() {
        Actor.Person vera = somebody(Role.VIEWER);
        grants.set(admin(), "test", vera.user(), Set.of(new Grant(Right.SEE, new Where.Everywhere())));
        actAs(admin());
        UI.getCurrent().navigate(UsersView.class);

        pressNamed("Change where " + vera.name() + " may do what");
        assertThat(find(RightChoice.class).all()).hasSize(1);
        press("Save");

        assertThat(grants.of(vera.user())).isEmpty();
        assertThat(rowOf(vera)).contains("Everywhere");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<RightChoice.Extent> radios(RightChoice choice) {
        return find(RadioButtonGroup.class, choice).single();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Where> places(RightChoice choice) {
        return find(MultiSelectComboBox.class, choice).single();
    }

    private String rowOf(Actor.Person person) {
        return find(UserRow.class).all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .filter(row -> row.contains(person.name()))
                .findFirst()
                .orElseThrow();
    }

    private void pressNamed(String name) {
        Button button = find(Button.class).all().stream()
                .filter(each -> each.getAriaLabel().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
        test(button).click();
    }

    private static void actAs(Actor.Person person) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person,
                        null,
                        AuthorityUtils.createAuthorityList(person.role().held().stream()
                                .map(role -> "ROLE_" + role.name())
                                .toArray(String[]::new))));
    }

    private Actor.Person admin() {
        return person("admin");
    }

    private Actor.Person somebody(Role role) {
        String name = "u" + UUID.randomUUID();
        users.add(admin(), name, role);
        return person(name);
    }

    private Actor.Person person(String name) {
        return users.all().stream()
                .filter(user -> user.name().equals(name))
                .map(user -> new Actor.Person(user.id(), user.name(), user.role()))
                .findFirst()
                .orElseThrow();
    }

    private String troubleAt(String key, String value) {
        UI.getCurrent().navigate("login", QueryParameters.of(key, value));
        return find(Paragraph.class).withClassName("trouble").single().getText();
    }

    private void press(String label) {
        Component button = find(Button.class).withText(label).single();
        test((Button) button).click();
    }

    private String shownSecret() {
        return find(TextField.class).withClassName("shown-secret").single().getValue();
    }
}
