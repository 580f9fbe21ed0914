package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.bmac.access.Role;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.building.Floor;
import org.bmac.building.Zone;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.annotation.DirtiesContext;

/** A person sets up a building from nothing, in a browser, with nodes that really speak. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanEditorIT extends BuildingUnderTest {
    private static final String PLAN =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 800'><rect x='20' y='20' width='1160' height='760' fill='#fff'"
                    + " stroke='#333' stroke-width='8'/><path d='M400 20V780M800 20V780' stroke='#333' stroke-width='6'/>"
                    + "<script>document.title='evil'</script></svg>";
    private static final List<String> LOCATIONS = List.of("plan-1", "plan-2", "plan-3");

    private NodeConnection nodes() {
        return outside("plan-nodes", _ -> {});
    }

    private void speak(NodeConnection node, String location, String degrees) {
        node.publish(Outgoing.plain("nsa/temperature", Bytes.of(location + ";" + degrees)))
                .join();
    }

    private Locator editor(Page window) {
        return window.locator("plan-editor");
    }

    private Locator button(String name) {
        return editor(page).getByRole(AriaRole.BUTTON, named(name));
    }

    private void load(Page window, String name, String type, byte[] content) {
        editor(window).locator("input[type=file]").first().setInputFiles(new FilePayload(name, type, content));
    }

    /** From and to as fractions of the plan. */
    private void drag(double x1, double y1, double x2, double y2) {
        BoundingBox plan = page.locator("plan-editor .plan").boundingBox();
        page.mouse().move(plan.x + x1 * plan.width, plan.y + y1 * plan.height);
        page.mouse().down();
        page.mouse().move(plan.x + (x1 + x2) / 2 * plan.width, plan.y + (y1 + y2) / 2 * plan.height);
        page.mouse().move(plan.x + x2 * plan.width, plan.y + y2 * plan.height);
        page.mouse().up();
    }

    private void room(String name, double left, double right) {
        drag(left, 0.03, right, 0.97);
        assertThat(editor(page).locator(".room-field")).isFocused();
        page.keyboard().type(name);
    }

    private void dropNode(String location, double x, double y) {
        BoundingBox thing =
                editor(page).locator(".thing").filter(saying(location)).boundingBox();
        BoundingBox plan = page.locator("plan-editor .plan").boundingBox();
        page.mouse().move(thing.x + 40, thing.y + thing.height / 2);
        page.mouse().down();
        page.mouse().move(plan.x + 30, plan.y + 30);
        page.mouse().move(plan.x + x * plan.width, plan.y + y * plan.height);
        page.mouse().up();
    }

    private void publish() {
        button("Publish").click();
        assertThat(editor(page).getByRole(AriaRole.DIALOG)).isVisible();
        button("Publish now").click();
        assertThat(editor(page).getByText("Published. Everybody sees it now.")).isVisible();
    }

    /** Clicks, drags and words: 1 to open, 1 file, 1 tool, 3 rooms, 3 names, 3 nodes, 2 to publish. */
    @Test
    @Order(1)
    void anEmptyBuildingIsSetUpFromTheMapWithThreeRoomsAndThreeNodes() {
        try (NodeConnection node = nodes()) {
            LOCATIONS.forEach(location -> speak(node, location, "20.00"));
            signInAs(Role.ENGINEER);
            open("/");
            page.getByText("Set up the building").click();
            assertThat(editor(page).getByText("Drop a plan here")).isVisible();
            keep("editor-empty");
            load(page, "plan.svg", "image/svg+xml", PLAN.getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("plan-editor .plan img")).isVisible();
            button("Draw rooms").click();
            room("Foyer", 0.02, 0.33);
            room("Lab", 0.3335, 0.66);
            room("Office", 0.6665, 0.98);
            keep("editor-rooms");
            dropNode("plan-1", 0.15, 0.4);
            dropNode("plan-2", 0.5, 0.5);
            dropNode("plan-3", 0.8, 0.6);
            assertThat(editor(page).getByText("Unplaced (0)")).isVisible();

            page.keyboard().press("Control+z");
            assertThat(editor(page).getByText("Unplaced (1)")).isVisible();
            page.keyboard().press("Control+y");
            assertThat(editor(page).getByText("Unplaced (0)")).isVisible();
            keep("editor-nodes");
            publish();

            Floor floor = buildings.current().floors().getFirst();
            assertThat(floor.name()).isEqualTo("Ground floor");
            assertThat(buildings.current().zones())
                    .extracting(Zone::name)
                    .containsExactlyInAnyOrder("Foyer", "Lab", "Office");
            assertThat(buildings.planOf(floor.id()).orElseThrow().content().text())
                    .doesNotContain("script");
            open("/floor/" + floor.id());
            speak(node, "plan-2", "21.50");
            assertThat(marker(java.util.regex.Pattern.compile("^Temperature, Lab, 21\\.5 °C")))
                    .isVisible();
            keep("editor-map");
        }
    }

    @Test
    @Order(2)
    void theMapOfSomebodyElseFollowsAPublishedMove() {
        signInAs(Role.ENGINEER);
        Page map = anotherPage();
        signInOn(map, Role.VIEWER);
        map.navigate(address("/floor/" + buildings.current().floors().getFirst().id())
                .toString());
        assertThat(map.locator("floor-map")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Zone Foyer")))
                .isVisible();
        open("/editor");
        button("Room Foyer").click();
        editor(page)
                .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill("Hall");
        publish();
        assertThat(map.locator("floor-map")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Zone Hall")))
                .isVisible();
    }

    @Test
    @Order(3)
    void theKeyboardMovesANodeByWholeAndByTenthsOfAPerCent() {
        signInAs(Role.ENGINEER);
        open("/editor");
        Locator mark = editor(page).locator(".mark").filter(saying("plan-2"));
        mark.focus();
        String before = mark.getAttribute("aria-label");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(mark).not().hasAttribute("aria-label", before);
        Locator left = editor(page).locator("input[type=number]").first();
        double now = Double.parseDouble(left.inputValue());
        left.fill("42.5");
        left.press("Enter");
        assertThat(now).isBetween(50.5, 51.5);
        assertThat(mark)
                .hasAttribute(
                        "aria-label",
                        java.util.regex.Pattern.compile("^plan-2, 42\\.5 % from the left, 50\\.\\d % .*"));
        button("Undo").click();
        button("Undo").click();
        button("Undo").click();
        assertThat(mark).hasAttribute("aria-label", before);
    }

    @Test
    @Order(4)
    void twoEditorsOfOneNodeAreToldAndNeitherIsOverwritten() {
        Page second = anotherPage();
        signInAs(Role.ENGINEER);
        signInOn(second, Role.ENGINEER);
        open("/editor");
        second.navigate(address("/editor").toString());
        moveRight(page);
        moveRight(second);
        publish();
        second.keyboard().press("ArrowRight");

        assertThat(editor(second).getByText("Somebody else has published changes to the same things."))
                .isVisible();
        second.screenshot(
                new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target", "browser", "editor-clash.png")));
        double published = placeOfFirst();
        editor(second).getByRole(AriaRole.BUTTON, named("Publish")).click();
        assertThat(editor(second).getByRole(AriaRole.BUTTON, named("Publish now")))
                .isDisabled();
        editor(second).getByRole(AriaRole.BUTTON, named("Go on drawing")).click();
        assertThat(placeOfFirst()).isEqualTo(published);
        editor(second).getByRole(AriaRole.BUTTON, named("Keep mine")).click();
        assertThat(editor(second).getByText("What you drew counts")).isVisible();
        editor(second).getByRole(AriaRole.BUTTON, named("Publish")).click();
        editor(second).getByRole(AriaRole.BUTTON, named("Publish now")).click();
        Awaitility.await().until(() -> placeOfFirst() > published + 0.005);
    }

    private void moveRight(Page window) {
        Locator mark = editor(window).locator(".mark").filter(saying("plan-1"));
        mark.focus();
        window.keyboard().press("Enter");
        window.keyboard().press("ArrowRight");
        assertThat(editor(window).getByText("Draft saved")).isVisible();
    }

    private double placeOfFirst() {
        return java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(buildings.current().nodeOfLocation("plan-1"))
                                .placement())
                .spot()
                .x();
    }

    @Test
    @Order(5)
    void whatIsNoPlanIsRefusedInWords() {
        signInAs(Role.ENGINEER);
        open("/editor");
        assertThat(editor(page).locator(".mark").first()).isVisible();
        load(page, "plan.png", "image/png", "MZ no picture".getBytes(StandardCharsets.UTF_8));
        assertThat(editor(page).getByText("this file is none of them")).isVisible();
        load(
                page,
                "plan.svg",
                "image/svg+xml",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>".getBytes(StandardCharsets.UTF_8));
        assertThat(editor(page).getByText("defines entities")).isVisible();
    }

    @Test
    @Order(6)
    void itLooksRightOnEveryScreen() {
        signInAs(Role.ENGINEER);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{1440, 900}, {1024, 768}, {390, 844}}) {
                page.setViewportSize(size[0], size[1]);
                open("/editor");
                editor(page).locator(".mark").first().click();
                keep("editor-" + size[0] + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
                assertThat(button("Publish")).isVisible();
            }
        }
    }
}
