package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bmac.access.Role;
import org.bmac.broker.Message;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.building.FloorId;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;

/** The main job, seen through a browser: what nodes publish stands on the map, with what it is worth. */
class LiveMapIT extends BuildingUnderTest {
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Test
    void aMessageFromOutsideBecomesTextOnTheMapAndAReloadKeepsIt() {
        FloorId floor = newFloor("Lab 1");
        String location = newNode(floor);
        signInAsAdmin();
        open("/floor/" + floor);
        assertThat(marker("Temperature, Lab 1, no data yet")).isVisible();

        publish("nsa/temperature", location + ";21.50");
        assertThat(marker("Temperature, Lab 1, 21.5 °C")).isVisible();

        publish("nsa/temperature", location + ";22.25");
        assertThat(marker("Temperature, Lab 1, 22.3 °C")).isVisible();
        page.reload();
        assertThat(marker("Temperature, Lab 1, 22.3 °C")).isVisible();
    }

    @Test
    void aSilentNodeTurnsStaleThenOfflineAndComesBack() {
        FloorId floor = newFloor("Quiet room");
        String location = newNode(floor);
        signInAsAdmin();
        open("/floor/" + floor);
        publish("nsa/temperature", location + ";20.00");
        assertThat(marker("Temperature, Quiet room, 20.0 °C")).isVisible();

        clock.move(Duration.ofSeconds(30));
        assertThat(marker(Pattern.compile("^Temperature, Quiet room, 20.0 °C, stale")))
                .isVisible(PATIENTLY);
        clock.move(Duration.ofMinutes(2));
        assertThat(marker(Pattern.compile("^Temperature, Quiet room,.* offline")))
                .isVisible(PATIENTLY);
        publish("nsa/temperature", location + ";19.50");
        assertThat(marker("Temperature, Quiet room, 19.5 °C")).isVisible();
    }

    @Test
    void whatCannotBeTrueIsBadAndStopsNothing() {
        FloorId floor = newFloor("Noise");
        String location = newNode(floor);
        signInAsAdmin();
        open("/floor/" + floor);
        publish("nsa/temperature", location + ";977.00");
        assertThat(marker(Pattern.compile("^Temperature, Noise, bad"))).isVisible();
        publish("nsa/temperature", "\0\1\2;;;");
        publish("nsa/humidity", location + ";45.00");
        assertThat(marker("Humidity, Noise, 45 %RH")).isVisible();
    }

    @Test
    void aLostBrokerVeilsTheMapAndItsReturnClearsItWithoutATouch() {
        FloorId floor = newFloor("Lab 2");
        String location = newNode(floor);
        signInAsAdmin();
        open("/floor/" + floor);
        publish("nsa/temperature", location + ";21.00");
        assertThat(marker("Temperature, Lab 2, 21.0 °C")).isVisible();

        mosquitto().kill();
        assertThat(page.getByText(Pattern.compile("Broker lost .*values frozen")))
                .isVisible(PATIENTLY);
        mosquitto().start();
        assertThat(page.getByText(Pattern.compile("Broker lost")))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
        publish("nsa/temperature", location + ";21.75");
        assertThat(marker("Temperature, Lab 2, 21.8 °C")).isVisible();
    }

    @Test
    void aNodeThatNobodyKnowsIsPlacedConfiguredAndRead() {
        FloorId floor = newFloor("Attic");
        String uid = "a020a6ffff01";
        List<Message> answers = new CopyOnWriteArrayList<>();
        try (NodeConnection node = outside(uid, answers::add)) {
            node.subscribe("cc/" + uid, 0).join();
            node.publish(Outgoing.plain("cc/config", Bytes.of(uid))).join();
            signInAs(Role.ENGINEER);
            open("/unplaced");
            page.getByText(uid).first().click();
            pageButton("Save and send").click();
            assertThat(page.getByLabel("Location").first()).isFocused();
            page.getByLabel("Location").first().fill("attic-1");
            pageButton("Save and send").click();
            assertThat(page.getByText("Choose the floor on which it hangs.")).isInViewport();
            choose("Floor", buildings.current().floor(floor).orElseThrow().name());
            page.getByLabel("From the left").fill("50");
            page.getByLabel("From the top").fill("50");
            page.getByLabel("Temperature, humidity, pressure").check();
            pageButton("Save and send").click();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> told(answers).size() >= 2);
            assertThat(told(answers)).extracting(said -> said.substring(0, 4)).startsWith("loc;", "mod;");
            assertThat(told(answers).getFirst()).isEqualTo("loc;attic-1");
            node.publish(Outgoing.plain("nsa/temperature", Bytes.of("attic-1;23.00")))
                    .join();
        }
        open("/floor/" + floor);
        assertThat(marker("Temperature, Attic, 23.0 °C")).isVisible();
    }

    /** What a node is told to be; what it is asked beside that comes at any time. */
    private static List<String> told(List<Message> messages) {
        return messages.stream()
                .map(message -> message.payload().text())
                .filter(text -> text.startsWith("loc;") || text.startsWith("mod;"))
                .toList();
    }

    @Test
    void theListSaysTheSameAsTheMap() {
        FloorId floor = newFloor("Lab 3");
        String location = newNode(floor);
        signInAsAdmin();
        publish("nsa/temperature", location + ";18.50");
        open("/list");
        Locator row = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("Temperature"))
                .filter(new Locator.FilterOptions().setHasText("18.5"));
        assertThat(row.first()).isVisible();
        publish("nsa/temperature", location + ";18.75");
        assertThat(page.getByText("18.8").first()).isVisible();
    }

    @Test
    void aMarkerOpensItsPanelByKeyboard() {
        FloorId floor = newFloor("Lab 4");
        String location = newNode(floor);
        signInAsAdmin();
        open("/floor/" + floor);
        publish("nsa/temperature", location + ";24.50");
        Locator marker = marker("Temperature, Lab 4, 24.5 °C");
        assertThat(marker).isVisible();
        marker.focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("point=\\d+"));
        assertThat(page.locator("point-panel")).containsText("24.5");
    }

    @Test
    void theKioskShowsTheMapAndNothingToPress() {
        FloorId floor = newFloor("Lobby");
        String location = newNode(floor);
        publish("nsa/temperature", location + ";21.00");
        signInAs(Role.VIEWER);
        open("/kiosk");
        assertThat(page.locator("floor-map")).isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isHidden();
        assertThat(pageButton("Sign out")).isHidden();
    }

    @Test
    void aViewerCannotReachWhatNeedsMore() {
        signInAs(Role.VIEWER);
        for (String closed : List.of("/unplaced", "/users")) {
            open(closed);
            assertThat(page.getByText(Pattern.compile("Save and send|Add user")))
                    .isHidden();
            assertThat(page.getByText(Pattern.compile("may not|not allowed|no right|not for", Pattern.CASE_INSENSITIVE))
                            .first())
                    .isVisible();
        }
    }

    @Test
    void whoIsNotSignedInSeesTheSignInPageOnly() {
        open("/");
        assertThat(page).hasURL(address("/login").toString());
        assertThat(page.locator("floor-map")).hasCount(0);
    }

    /** Picks an entry of a list that opens over the page. */
    private void choose(String label, String entry) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(entry).setExact(true))
                .click();
    }

    private Locator marker(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
