package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.bmac.Visitor;
import org.bmac.access.Role;
import org.bmac.bench.Program;
import org.bmac.building.Floor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.annotation.DirtiesContext;

/** A building moves from another program into one that has none. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class MoveInIT extends BuildingUnderTest {
    @TempDir
    private Path folder = Path.of("");

    /** The building of the demonstration. */
    private Path exportedFromAnother() throws IOException {
        Path data = Files.createDirectory(folder.resolve("other"));
        try (Program other = Program.start(Program.compiled(), data, true)) {
            HttpResponse<String> answer =
                    new Visitor(other.port).named("admin", Program.PASSWORD).get("/api/v1/building/file");
            assertThat(answer.statusCode()).isEqualTo(200);
            return Files.writeString(folder.resolve("house.json"), answer.body());
        }
    }

    @Test
    void anEmptyProgramTakesTheFileOfAnotherAndShowsItsFloors() throws IOException {
        Path file = exportedFromAnother();
        assertThat(buildings.current().floors()).isEmpty();
        signInAs(Role.ENGINEER);
        open("/");
        assertThat(page.getByText("This building has no floors yet")).isVisible();
        pictures("move-in-empty");
        page.getByText("Bring a building file").click();
        assertThat(page).hasURL(address("/building-file").toString());

        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
        assertThat(said()).containsText("0 in conflict, 0 the same, 0 unreadable");
        page.locator("body").getByRole(AriaRole.BUTTON, named("Import")).click();
        assertThat(said()).containsText("house.json is imported");
        pictures("move-in-imported");
        page.getByText("Show the map").click();

        List<String> names =
                buildings.current().floors().stream().map(Floor::name).toList();
        assertThat(names).hasSizeGreaterThan(1);
        Locator map = page.locator("floor-map");
        assertThat(map.locator(".cell").first()).isVisible();
        for (String name : names) {
            assertThat(map.getByRole(AriaRole.TAB).filter(saying(name))).isVisible();
        }
        pictures("move-in-map");

        open("/editor");
        assertThat(page.locator("plan-editor").getByText(Pattern.compile("Export or import the building")))
                .isVisible();
        pictures("move-in-editor");
    }

    private Locator said() {
        return page.locator(".exchange-card").last().getByRole(AriaRole.STATUS).last();
    }

    private void pictures(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(390, 844);
            keep(name + "-phone-" + scheme);
            page.setViewportSize(1440, 900);
            keep(name + "-" + scheme);
        }
    }
}
