package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.awaitility.Awaitility;
import org.bmac.access.Role;
import org.bmac.building.Dialect;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.building.Zone;
import org.junit.jupiter.api.Test;

/** What else a person does to a plan: its scale and north, a page of a PDF, nodes in line, copies, by finger. */
class PlanToolsIT extends BuildingUnderTest {
    private Locator editor() {
        return page.locator("plan-editor");
    }

    private Locator button(String name) {
        return editor().getByRole(AriaRole.BUTTON, named(name));
    }

    private void press(double x, double y) {
        BoundingBox plan = page.locator("plan-editor .plan").boundingBox();
        page.mouse().click(plan.x + x * plan.width, plan.y + y * plan.height);
    }

    private void publish() {
        button("Publish").click();
        button("Publish now").click();
        assertThat(editor().getByText("Published. Everybody sees it now.")).isVisible();
    }

    private Floor floor(FloorId id) {
        return buildings.current().floor(id).orElseThrow();
    }

    private static byte[] pdf(PDRectangle... sizes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (PDRectangle size : sizes) {
                document.addPage(new PDPage(size));
            }
            document.save(bytes);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return bytes.toByteArray();
    }

    @Test
    void aPageOfAPdfIsChosenAndItsScaleAndNorthAreSetByTwoPressesEach() {
        FloorId floor = newFloor("Drawn to scale");
        signInAs(Role.ENGINEER);
        open("/editor/" + floor);
        assertThat(editor().getByText("No scale yet")).isVisible();
        byte[] file = pdf(new PDRectangle(400, 300), new PDRectangle(600, 300));
        editor().locator("input[type=file]").first().setInputFiles(new FilePayload("two.pdf", "application/pdf", file));
        assertThat(editor().getByText("Page 1 of 2 is here.")).isVisible();
        Locator number = editor().locator(".pages input");
        number.fill("2");
        number.press("Enter");
        assertThat(editor().getByText("Page 2 of 2 is here.")).isVisible();

        button("Scale").click();
        press(0.1, 0.5);
        press(0.6, 0.5);
        keep("editor-scale");
        editor().getByLabel("Metres between the two spots").fill("10");
        button("Set the scale").click();
        assertThat(editor().getByText(Pattern.compile("^The plan is (19\\.9|20\\.0|20\\.1) m wide")))
                .isVisible();
        button("North").click();
        press(0.3, 0.7);
        press(0.3, 0.2);
        assertThat(editor().getByText("north at 0°")).isVisible();
        publish();

        assertThat(floor(floor).width() / floor(floor).height()).isBetween(1.99, 2.01);
        assertThat(Objects.requireNonNull(floor(floor).metres())).isBetween(19.9, 20.1);
        assertThat(Objects.requireNonNull(floor(floor).north())).isZero();
    }

    @Test
    void nodesChosenTogetherArePutInLineAndAFloorIsCopiedPutAwayAndBroughtBack() {
        FloorId floor = newFloor("In line");
        List<Spot> spots = List.of(new Spot(0.2, 0.3), new Spot(0.5, 0.45), new Spot(0.8, 0.6));
        List<String> locations = spots.stream().map(spot -> placed(floor, spot)).toList();
        signInAs(Role.ENGINEER);
        open("/editor/" + floor);
        locations.forEach(location -> editor().locator(".mark")
                .filter(saying(location))
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT))));
        assertThat(editor().getByText("3 chosen")).isVisible();
        button("Top").click();
        locations.forEach(location -> assertThat(editor().locator(".mark").filter(saying(location)))
                .hasAttribute("aria-label", Pattern.compile(", 30\\.0 % from the top")));
        keep("editor-several");

        button("Copy").click();
        Locator name = editor().getByLabel("Name of the floor");
        assertThat(name).isFocused();
        name.fill("Second of " + floor);
        publish();
        locations.forEach(location -> assertThat(placeOf(location).y()).isEqualTo(0.3));
        Floor copy = named("Second of " + floor, buildings.current().floors());
        assertThat(buildings.current().zones().stream()
                        .filter(zone -> zone.floor().equals(copy.id())))
                .extracting(Zone::name)
                .containsExactly("In line");

        button("Put away").click();
        publish();
        assertThat(named("Second of " + floor, buildings.archivedFloors()).id()).isEqualTo(copy.id());
        editor().getByText(Pattern.compile("^Put away \\(\\d+\\)")).click();
        editor().locator(".away")
                .filter(saying("Second of " + floor))
                .getByText("Bring back")
                .click();
        publish();
        assertThat(named("Second of " + floor, buildings.current().floors()).id())
                .isEqualTo(copy.id());
    }

    @Test
    void aFingerPutsANodeIntoARoom() {
        FloorId floor = newFloor("By finger");
        Node node = buildings.addNode("a020a7%06x".formatted(floor.number()), "finger-" + floor, Dialect.FIRMWARE, 1);
        Page phone = aPhone();
        signInOn(phone, Role.ENGINEER);
        phone.navigate(address("/editor/" + floor).toString());
        Locator drawing = phone.locator("plan-editor");
        drawing.getByRole(AriaRole.BUTTON, named("Room By finger")).tap();
        drawing.locator(".thing").filter(saying("finger-" + floor)).tap();
        assertThat(drawing.locator(".mark").filter(saying("finger-" + floor))).isVisible();
        phone.screenshot(
                new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target", "browser", "editor-finger.png")));
        drawing.getByRole(AriaRole.BUTTON, named("Publish")).tap();
        drawing.getByRole(AriaRole.BUTTON, named("Publish now")).tap();

        Awaitility.await().untilAsserted(() -> assertThat(
                        buildings.current().node(node.id()).orElseThrow().placement())
                .isEqualTo(new Placement(floor, new Spot(0.5, 0.5))));
    }

    private String placed(FloorId floor, Spot spot) {
        String location = newNode(floor);
        Node node = Objects.requireNonNull(buildings.current().nodeOfLocation(location));
        buildings.assign(node.id(), location, 1, new Placement(floor, spot));
        return location;
    }

    private Spot placeOf(String location) {
        return Objects.requireNonNull(Objects.requireNonNull(buildings.current().nodeOfLocation(location))
                        .placement())
                .spot();
    }

    private static Floor named(String name, List<Floor> floors) {
        return floors.stream()
                .filter(floor -> floor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
