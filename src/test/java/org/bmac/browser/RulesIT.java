package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.bmac.access.Role;
import org.bmac.command.Confirmation;
import org.bmac.command.Guard;
import org.bmac.command.OutputRules;
import org.bmac.command.Rules;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an engineer sets for an output, an operator meets at once. */
class RulesIT extends BuildingUnderTest {
    @Autowired
    Rules rules;

    private @Nullable LabUnderTest made;

    @AfterEach
    void endNode() {
        if (made != null) {
            made.close();
        }
    }

    @Test
    void anEngineerSetsRulesAndAnOperatorIsAskedAndThenRefusedByTheirName() {
        LabUnderTest lab = begin("Lab 51");
        Page operators = anotherPage();
        signInAs(Role.ENGINEER);
        open(panelOf(lab));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Rules…"))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Rules of Relay, Lab 51");
        dialog.getByLabel("A confirmation", new Locator.GetByLabelOptions().setExact(true))
                .check();
        dialog.getByLabel("Stays on for at least").fill("5");
        keep("rules");
        dialog.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByText("Saved. It counts from the next wish on.")).isVisible();
        page.getByLabel("Find an output").fill("Lab 51");
        assertThat(page.locator(".rules-table tbody").getByRole(AriaRole.ROW).filter(saying("Lab 51")))
                .containsText("stays on for 5 min");
        assertThat(rules.of(lab.relay().id()))
                .isEqualTo(new OutputRules(
                        Confirmation.CONFIRM,
                        List.of(new Guard.MinimumTimes(Duration.ofMinutes(5), Duration.ZERO)),
                        null));

        signInOn(operators, Role.OPERATOR);
        operators.navigate(address(panelOf(lab)).toString());
        Locator panel = operators.locator("point-panel");
        confirm(operators, panel, "Switch on");
        assertThat(panel.getByText("Confirmed: on")).isVisible();
        assertThat(operators.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Rules…")))
                .isHidden();

        confirm(operators, panel, "Switch off");

        assertThat(panel.getByRole(AriaRole.ALERT)).containsText("Minimum on and off time");
        assertThat(lab.node().output(Kind.RELAY, 5)).isEqualTo(1);
    }

    private static void confirm(Page window, Locator panel, String verb) {
        panel.getByRole(AriaRole.BUTTON, named(verb)).click();
        window.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named(verb))
                .click();
    }

    private static String panelOf(LabUnderTest lab) {
        return "/floor/" + lab.floor() + "?point=" + lab.relay().id();
    }

    private LabUnderTest begin(String zone) {
        LabUnderTest lab = LabUnderTest.begin(this, zone);
        made = lab;
        return lab;
    }
}
