package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From no authority to a node's certificate that is renewed and revoked. */
class CertificatesIT extends BuildingUnderTest {
    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "certificates");
        registry.add("bmac.certificate.folder", folder::toString);
    }

    @Test
    void anAuthorityIsMadeAndANodesCertificateIssuedRenewedAndRevoked() throws IOException {
        String location = newNode(newFloor("Office"));
        signInAsAdmin();
        open("/certificates");
        assertThat(page.getByText("This building has no certificate authority yet."))
                .isVisible();
        looksRight("certificates-none");
        page.getByLabel("Its name").fill("Stadthaus CA");
        pageButton("Make the authority").click();
        assertThat(page.getByText("Stadthaus CA").first()).isVisible();
        assertThat(page.getByText("No certificate has been issued yet.")).isVisible();

        pageButton("Issue").click();
        assertThat(page.getByText("Choose a node.")).isVisible();
        page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName("Node").setExact(true))
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("^" + location)))
                .click();
        pageButton("Issue").click();
        Locator handout = page.locator(".certificates-handout");
        assertThat(handout.getByText("Its key is kept nowhere")).isVisible();
        looksRight("certificates-handout");
        Download pem = page.waitForDownload(
                () -> handout.getByRole(AriaRole.LINK, named("PEM")).click());
        Assertions.assertThat(Files.readString(pem.path())).contains("BEGIN PRIVATE KEY", "BEGIN CERTIFICATE");
        pageButton("I have it").click();
        assertThat(handout).hasCount(0);

        page.getByLabel("Host names and addresses").fill("broker.example, 192.0.2.10");
        pageButton("Issue for the server").click();
        assertThat(handout.getByText("The certificate of broker.example")).isVisible();
        pageButton("I have it").click();
        Locator row = page.locator(".certificates-table tbody tr").filter(saying(location));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Renew")))
                .click();
        assertThat(row).hasCount(2);
        pageButton("I have it").click();
        row.last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Revoke")))
                .click();
        page.getByLabel("Why").fill("It was lost in the lift");
        pageButton("Revoke").click();
        assertThat(page.getByText("revoked: It was lost in the lift")).isVisible();
        looksRight("certificates");
        Assertions.assertThat(page.request()
                        .get(address("/pki/revoked.crl").toString())
                        .status())
                .isEqualTo(200);
    }

    private void looksRight(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{390, 844}, {1024, 768}, {1440, 900}}) {
                page.setViewportSize(size[0], size[1]);
                String end = size[0] + "-" + scheme.name().toLowerCase(Locale.ROOT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "browser", name + "-" + end + ".png")));
            }
        }
    }
}
