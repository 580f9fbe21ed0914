package org.bmac.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.bmac.ServerTest;
import org.bmac.SignedInAs;
import org.bmac.access.Role;
import org.junit.jupiter.api.Test;

@ServerTest
@ViewPackages(packages = "org.bmac")
class MainLayoutTests extends SpringBrowserlessTest {

    @Test
    @SignedInAs(Role.VIEWER)
    void aViewerIsOfferedWhatMayBeLookedAtAndTheAccount() {
        open("list");

        assertThat(entries())
                .containsExactly("Map", "List", "History", "Scenes", "Export", "Nodes", "Overrides", "Account");
    }

    @Test
    @SignedInAs(Role.ENGINEER)
    void anEngineerIsOfferedUnplacedNodesPlansTheFileRulesAndAuditToo() {
        open("list");

        assertThat(entries())
                .containsExactly(
                        "Map",
                        "List",
                        "History",
                        "Scenes",
                        "Export",
                        "Nodes",
                        "Overrides",
                        "Unplaced",
                        "Devices",
                        "Plans",
                        "Building file",
                        "Rules",
                        "Firmware",
                        "Security",
                        "Audit",
                        "Account");
    }

    @Test
    @SignedInAs(Role.ADMIN)
    void anAdministratorIsOfferedTheUsersToo() {
        open("list");

        assertThat(entries())
                .containsExactly(
                        "Map",
                        "List",
                        "History",
                        "Scenes",
                        "Export",
                        "Nodes",
                        "Overrides",
                        "Unplaced",
                        "Devices",
                        "Plans",
                        "Building file",
                        "Rules",
                        "Firmware",
                        "Security",
                        "Audit",
                        "Users",
                        "Account");
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void theScreenThatIsShownIsMarkedAsTheCurrentOne() {
        open("list");

        assertThat(find(RailLink.class).all().stream()
                        .filter(link -> link.getElement().hasAttribute("aria-current"))
                        .map(MainLayoutTests::words))
                .containsExactly("List");
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void whatNeedsMoreIsRefusedWithASentence() {
        open("users");

        assertThat(find(H1.class).single().getText()).isEqualTo("Not for your role");
    }

    @Test
    @SignedInAs(Role.ADMIN)
    void anAddressWithoutAScreenSaysSo() {
        open("no/such/screen");

        assertThat(find(H1.class).single().getText()).isEqualTo("Nothing here");
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void theSkipLinkStaysOnTheScreen() {
        UI.getCurrent().navigate("list", QueryParameters.of("point", "3"));

        assertThat(find(Anchor.class).withClassName("skip-link").single().getHref())
                .isEqualTo("list?point=3#main");
    }

    @Test
    void whoHasNotSignedInSeesNoScreen() {
        open("list");

        assertThat(find(RailLink.class).all()).isEmpty();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isNotEqualTo("list");
    }

    private static void open(String address) {
        UI.getCurrent().navigate(address);
    }

    private List<String> entries() {
        return find(RailLink.class).all().stream().map(MainLayoutTests::words).toList();
    }

    private static String words(Component link) {
        return link.getElement().getTextRecursively();
    }
}
