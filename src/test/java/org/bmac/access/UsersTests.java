package org.bmac.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;

class UsersTests {
    private static final String PASSWORD = "blue-kettle-91";

    private final TestAccess access = TestAccess.inEarnest(TestAccess.freshFolder(), PASSWORD);
    private final Actor.Person admin = access.person("admin");

    @ParameterizedTest
    @CsvSource({
        "VIEWER, VIEWER, true", "VIEWER, OPERATOR, false", "VIEWER, ENGINEER, false", "VIEWER, ADMIN, false",
        "OPERATOR, VIEWER, true", "OPERATOR, OPERATOR, true", "OPERATOR, ENGINEER, false", "OPERATOR, ADMIN, false",
        "ENGINEER, VIEWER, true", "ENGINEER, OPERATOR, true", "ENGINEER, ENGINEER, true", "ENGINEER, ADMIN, false",
        "ADMIN, VIEWER, true", "ADMIN, OPERATOR, true", "ADMIN, ENGINEER, true", "ADMIN, ADMIN, true"
    })
    void eachRoleHoldsTheLowerOnes(Role role, Role other, boolean holds) {
        assertThat(role.holds(other)).isEqualTo(holds);
        assertThat(role.held().contains(other)).isEqualTo(holds);
    }

    @Test
    void aNewUserComesInWithThePasswordThatWasShownOnce() {
        String password = access.users.add(admin, " Anna ", Role.OPERATOR);

        assertThat(access.opens("anna", password)).isTrue();
        assertThat(access.opens("ANNA", password)).isTrue();
        assertThat(access.opens("anna", password.toUpperCase(java.util.Locale.ROOT)))
                .isFalse();
        assertThat(access.user("anna").role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void aNameIsTakenOnceHoweverItIsWritten() {
        access.users.add(admin, "anna", Role.VIEWER);

        assertThatThrownBy(() -> access.users.add(admin, "ANNA", Role.VIEWER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is a user called anna already.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "<b>", "-anna", "anna;drop", "a/b"})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> access.users.add(admin, name, Role.VIEWER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a user name is");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void onlyAnAdministratorChangesUsers(Role role) {
        access.users.add(admin, "anna", role);
        access.users.add(admin, "ben", Role.VIEWER);
        Actor anna = access.person("anna");
        UserId ben = access.user("ben").id();

        assertThatThrownBy(() -> access.users.add(anna, "carl", Role.VIEWER)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> access.users.changeRole(anna, ben, Role.ADMIN))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> access.users.disable(anna, ben)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> access.users.enable(anna, ben)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> access.users.resetPassword(anna, ben)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoWasAnAdministratorIsNoneAnyMore() {
        access.users.add(admin, "anna", Role.ADMIN);
        Actor asBefore = access.person("anna");
        access.users.changeRole(admin, access.user("anna").id(), Role.VIEWER);

        assertThatThrownBy(() -> access.users.add(asBefore, "carl", Role.VIEWER))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(access.users.stands(asBefore)).isFalse();
    }

    @Test
    void anAdministratorCannotLockItselfOut() {
        assertThatThrownBy(() -> access.users.disable(admin, admin.user())).hasMessageContaining("yourself");
        assertThatThrownBy(() -> access.users.changeRole(admin, admin.user(), Role.VIEWER))
                .hasMessageContaining("yourself");
    }

    @Test
    void whoIsShutOutComesBackWithTheSamePassword() {
        String password = access.users.add(admin, "anna", Role.VIEWER);
        UserId anna = access.user("anna").id();

        access.users.disable(admin, anna);
        assertThat(access.opens("anna", password)).isFalse();

        access.users.enable(admin, anna);
        assertThat(access.opens("anna", password)).isTrue();
    }

    @Test
    void aNewPasswordReplacesTheOldOneAndItsTokens() {
        String first = access.users.add(admin, "anna", Role.VIEWER);
        String token = access.tokens.make(access.person("anna"), "chart", Role.VIEWER);

        String second = access.users.resetPassword(admin, access.user("anna").id());

        assertThat(access.opens("anna", first)).isFalse();
        assertThat(access.opens("anna", second)).isTrue();
        assertThat(access.tokens.open(token)).isEmpty();
    }

    @Test
    void everyChangeIsTold() {
        access.events.clear();

        access.users.add(admin, "anna", Role.VIEWER);
        UserId anna = access.user("anna").id();
        access.users.changeRole(admin, anna, Role.OPERATOR);
        access.users.disable(admin, anna);
        access.users.enable(admin, anna);
        access.users.resetPassword(admin, anna);

        assertThat(access.events)
                .containsExactly(
                        new AccessChanged(anna, admin, AccessChanged.How.ADDED),
                        new AccessChanged(anna, admin, AccessChanged.How.ROLE),
                        new AccessChanged(anna, admin, AccessChanged.How.SHUT_OUT),
                        new AccessChanged(anna, admin, AccessChanged.How.LET_IN),
                        new AccessChanged(anna, admin, AccessChanged.How.PASSWORD));
    }

    @Test
    void theDemonstrationsOwnAccountsStayAsTheyAre() {
        TestAccess demo = TestAccess.demonstration(TestAccess.freshFolder(), PASSWORD);
        Actor.Person shown = demo.person("admin");

        assertThatThrownBy(() -> demo.users.disable(shown, demo.user("viewer").id()))
                .hasMessageContaining("stay as they are");
        assertThatThrownBy(() -> demo.account.changePassword(shown, PASSWORD, "another-one-5", "192.0.2.1", null))
                .hasMessageContaining("keep the password");
        assertThat(demo.account.mayChangePassword(shown)).isFalse();
        assertThat(demo.users.mayChange(shown, demo.user("viewer"))).isFalse();
        assertThat(access.users.mayChange(admin, access.user("admin"))).isFalse();
    }

    @Test
    void theOwnPasswordNeedsTheCurrentOneAndRules() {
        assertRefused("wrong-password", "another-one-5", "The current password is wrong.");
        assertRefused(PASSWORD, "short", "The new password must have 8 to 200 characters; this one has 5.");
        assertRefused(PASSWORD, "x".repeat(201), "this one has 201.");

        access.account.changePassword(admin, PASSWORD, "another-one-5", "192.0.2.1", null);

        assertThat(access.opens("admin", "another-one-5")).isTrue();
        assertThat(access.opens("admin", PASSWORD)).isFalse();
    }

    @Test
    void guessingTheCurrentPasswordIsSlowedDownToo() {
        for (int i = 0; i < Attempts.PER_NAME; i++) {
            assertRefused("wrong-password", "another-one-5", "The current password is wrong.");
        }

        assertRefused(PASSWORD, "another-one-5", "Too many attempts. Try again in 60 seconds.");
    }

    @Test
    void theSameLettersTypedOtherwiseAreTheSamePassword() {
        access.account.changePassword(admin, PASSWORD, "K\u00fcchenuhr", "192.0.2.1", null);

        assertThat(access.opens("admin", "Ku\u0308chenuhr")).isTrue();
    }

    private void assertRefused(String current, String wanted, String sentence) {
        assertThatThrownBy(() -> access.account.changePassword(admin, current, wanted, "192.0.2.1", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
