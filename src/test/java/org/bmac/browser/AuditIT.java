package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.bmac.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was done can be read afterwards: with its bytes, unchanged, and as a file. */
class AuditIT extends BuildingUnderTest {
    private @Nullable LabUnderTest made;

    @AfterEach
    void endNode() {
        if (made != null) {
            made.close();
        }
    }

    @Test
    void whatWasSwitchedStandsThereWithItsBytesInAWholeChainAndAsAFile() throws IOException {
        LabUnderTest lab = begin("Lab 41");
        String name = signInAs(Role.ENGINEER);
        open("/floor/" + lab.floor() + "?point=" + lab.relay().id());
        page.locator("point-panel")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Switch on").setExact(true))
                .click();
        assertThat(page.locator("point-panel").getByText("Confirmed: on")).isVisible();

        open("/audit");
        page.getByLabel("Point or place").fill("Lab 41");
        Locator rows = page.locator(".audit-table tbody").getByRole(AriaRole.ROW);
        assertThat(rows).hasCount(2);
        assertThat(rows.first()).containsText(name);
        assertThat(rows.first()).containsText("Relay, Lab 41");
        assertThat(rows.first()).containsText("Confirmed");
        keep("audit");
        rows.first().getByRole(AriaRole.BUTTON).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator("dt:text-is('Bytes sent') + dd")).hasText(Pattern.compile("^[0-9a-f]{2}.*"));
        assertThat(dialog.locator("dt:text-is('Bytes received') + dd")).hasText(Pattern.compile("^[0-9a-f]{2}.*"));
        keep("audit-row");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the chain"))
                .click();
        assertThat(page.getByText(Pattern.compile("The chain is whole: [\\d,]+ rows, each as it was written.")))
                .isVisible();

        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download as CSV"))
                        .click());
        assertThat(download.suggestedFilename()).matches("audit-\\d{4}-\\d\\d-\\d\\d\\.csv");
        List<String> lines = Files.readAllLines(download.path());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains(name, "\"Relay, Lab 41\"", "confirmed");
    }

    private LabUnderTest begin(String zone) {
        LabUnderTest lab = LabUnderTest.begin(this, zone);
        made = lab;
        return lab;
    }
}
