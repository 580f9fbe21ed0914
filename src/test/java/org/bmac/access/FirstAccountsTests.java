package org.bmac.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.bmac.point.Unstartable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who can come in after which starts of the program. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAccountsTests {
    private static final String PASSWORD = "blue-kettle-91";

    private final DataSource folder = TestAccess.freshFolder();

    @Test
    void theFirstStartPrintsAnAdministratorsPasswordThatWorks(CapturedOutput log) {
        TestAccess access = TestAccess.inEarnest(folder, null);

        assertThat(access.users.all()).extracting(User::name).containsExactly("admin");
        assertThat(access.opens("admin", printedIn(log))).isTrue();
        assertThat(access.demonstration.shown()).isEmpty();
    }

    @Test
    void theSecondStartPrintsNothing(CapturedOutput log) {
        TestAccess.inEarnest(folder, null);
        int before = log.length();

        TestAccess again = TestAccess.inEarnest(folder, null);

        assertThat(log.length()).isEqualTo(before);
        assertThat(again.opens("admin", printedIn(log))).isTrue();
    }

    @Test
    void aConfiguredPasswordIsTheAdministratorsAndIsNotPrinted(CapturedOutput log) {
        TestAccess access = TestAccess.inEarnest(folder, PASSWORD);

        assertThat(access.opens("admin", PASSWORD)).isTrue();
        assertThat(log).doesNotContain(PASSWORD);
    }

    @Test
    void anotherConfiguredPasswordReplacesTheOldOne() {
        TestAccess.inEarnest(folder, PASSWORD);

        TestAccess later = TestAccess.inEarnest(folder, "red-kettle-92");

        assertThat(later.opens("admin", "red-kettle-92")).isTrue();
        assertThat(later.opens("admin", PASSWORD)).isFalse();
    }

    @Test
    void theSameConfiguredPasswordLeavesAlonWhatThePersonHasChosenSince() {
        TestAccess first = TestAccess.inEarnest(folder, PASSWORD);
        first.account.changePassword(first.person("admin"), PASSWORD, "my own words", "192.0.2.1", null);

        TestAccess later = TestAccess.inEarnest(folder, PASSWORD);

        assertThat(later.opens("admin", "my own words")).isTrue();
        assertThat(later.opens("admin", PASSWORD)).isFalse();
    }

    @Test
    void theDemonstrationHasOneAccountOfEachRoleAndShowsTheirPassword(CapturedOutput log) {
        TestAccess access = TestAccess.demonstration(folder, null);

        String shown = access.demonstration.shown().orElseThrow().password();
        assertThat(access.demonstration.shown().orElseThrow().accounts())
                .containsExactly("viewer", "operator", "engineer", "admin");
        assertThat(printedIn(log)).isEqualTo(shown);
        for (Role role : Role.values()) {
            assertThat(access.opens(role.code(), shown)).isTrue();
            assertThat(access.user(role.code()).role()).isEqualTo(role);
        }
    }

    @Test
    void theDemonstrationTakesTheConfiguredPassword() {
        TestAccess access = TestAccess.demonstration(folder, PASSWORD);

        assertThat(access.demonstration.shown().orElseThrow().password()).isEqualTo(PASSWORD);
        assertThat(access.opens("engineer", PASSWORD)).isTrue();
    }

    @Test
    void theNextDemonstrationHasAnotherPasswordOfItsOwn() {
        String before = shownBy(TestAccess.demonstration(folder, null));

        TestAccess next = TestAccess.demonstration(folder, null);

        assertThat(shownBy(next)).isNotEqualTo(before);
        assertThat(next.opens("viewer", before)).isFalse();
        assertThat(next.opens("viewer", shownBy(next))).isTrue();
    }

    @Test
    void nothingOfTheDemonstrationOpensAnythingInEarnest(CapturedOutput log) {
        TestAccess demo = TestAccess.demonstration(folder, null);
        String shown = shownBy(demo);
        String strangers = demo.users.add(demo.person("admin"), "stranger", Role.ADMIN);
        String token = demo.tokens.make(demo.person("admin"), "left behind", Role.ADMIN);
        String strangersToken = demo.tokens.make(demo.person("stranger"), "left behind too", Role.ADMIN);
        assertThat(demo.opens("stranger", strangers)).isTrue();
        int before = log.length();

        TestAccess earnest = TestAccess.inEarnest(folder, null);

        for (Role role : Role.values()) {
            assertThat(earnest.opens(role.code(), shown)).isFalse();
        }
        assertThat(earnest.opens("stranger", strangers)).isFalse();
        assertThat(earnest.tokens.open(token)).isEmpty();
        assertThat(earnest.tokens.open(strangersToken)).isEmpty();
        assertThat(earnest.demonstration.shown()).isEmpty();
        assertThat(earnest.opens("admin", printedIn(log.toString().substring(before))))
                .isTrue();
        assertThat(earnest.users.all())
                .filteredOn(User::enabled)
                .extracting(User::name)
                .containsExactly("admin");
    }

    @Test
    void aPasswordThatWasShownDoesNotBecomeTheAdministratorsInEarnest() {
        TestAccess.demonstration(folder, PASSWORD);

        assertThatThrownBy(() -> TestAccess.inEarnest(folder, PASSWORD))
                .isInstanceOf(Unstartable.class)
                .hasMessageContaining("bmac.admin.password")
                .hasMessageContaining("shown on its sign-in page")
                .hasMessageNotContaining(PASSWORD);
        assertThat(TestAccess.inEarnest(folder, null).opens("admin", PASSWORD)).isFalse();
        assertThat(TestAccess.inEarnest(folder, "another-one-5").opens("admin", "another-one-5"))
                .isTrue();
    }

    @Test
    void nobodyMayChooseAPasswordThatWasShown() {
        String shown = shownBy(TestAccess.demonstration(folder, null));
        TestAccess earnest = TestAccess.inEarnest(folder, PASSWORD);

        assertThatThrownBy(() ->
                        earnest.account.changePassword(earnest.person("admin"), PASSWORD, shown, "192.0.2.1", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the demonstration has shown");
    }

    @Test
    void aFolderThatWasUsedInEarnestNeverShowsAPasswordAgain(CapturedOutput log) {
        TestAccess.inEarnest(folder, PASSWORD);

        TestAccess demo = TestAccess.demonstration(folder, PASSWORD);

        assertThat(demo.demonstration.shown()).isEmpty();
        assertThat(demo.demonstration.running()).isFalse();
        assertThat(demo.users.all()).extracting(User::name).containsExactly("admin");
        assertThat(demo.opens("admin", PASSWORD)).isTrue();
        assertThat(log).contains("The demonstration's accounts stay shut");
    }

    @Test
    void anAccountOfTheDemonstrationComesBackOnlyWithANewPassword() {
        TestAccess demo = TestAccess.demonstration(folder, null);
        String first = demo.users.add(demo.person("admin"), "anna", Role.OPERATOR);
        TestAccess earnest = TestAccess.inEarnest(folder, PASSWORD);
        Actor.Person admin = earnest.person("admin");
        UserId anna = earnest.user("anna").id();

        assertThatThrownBy(() -> earnest.users.enable(admin, anna)).hasMessageContaining("from the demonstration");
        String second = earnest.users.resetPassword(admin, anna);

        assertThat(earnest.opens("anna", first)).isFalse();
        assertThat(earnest.opens("anna", second)).isTrue();
        assertThat(TestAccess.inEarnest(folder, PASSWORD).opens("anna", second)).isTrue();
    }

    @Test
    void aPasswordThatIsTooShortIsRefusedWithOneSentenceThatDoesNotSayIt() {
        assertThatThrownBy(() -> new AccessSettings.Admin("2short!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bmac.admin.password (BMAC_ADMIN_PASSWORD) must have 8 to 200 characters; this one has 7.");
    }

    @Test
    void settingsDoNotTellThePassword() {
        AccessSettings settings = new AccessSettings(true, new AccessSettings.Admin(PASSWORD));

        assertThat(settings.toString()).doesNotContain(PASSWORD);
    }

    private static String shownBy(TestAccess access) {
        return access.demonstration.shown().orElseThrow().password();
    }

    private static String printedIn(CharSequence log) {
        String[] parts = log.toString().split("with the password");
        assertThat(parts).hasSize(2);
        return parts[1].lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .replace("|", "")
                .strip();
    }
}
