package org.bmac.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.UUID;
import org.bmac.ServerTest;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.User;
import org.bmac.access.Users;
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

    @Autowired
    AccessScreensTests(Users users) {
        this.users = users;
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
