package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The building out of the browser as a file and back into it: looked at first, conflicts decided. */
class TransferIT extends BuildingUnderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theBuildingIsTakenAwayLookedAtAndBroughtBack() throws IOException {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        FloorId id = newFloor("Room " + tag);
        newNode(id);
        signInAsAdmin();
        open("/building-file");
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download"))
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo("building.json");
        Path file = folder.resolve("house.json");
        String text = Files.readString(download.path());
        Files.writeString(file, text);
        assertThat(text).contains("Room " + tag);

        upload(file);
        assertThat(said()).containsText("0 to add, 0 to change, 0 in conflict");

        Floor floor = buildings.current().floor(id).orElseThrow();
        buildings.change(new Floor(
                id,
                floor.name(),
                floor.ordinal() + 7,
                floor.width(),
                floor.height(),
                1,
                floor.metres(),
                floor.north()));
        Path other = folder.resolve("other.json");
        Files.writeString(
                other,
                text.replace("Room " + tag, "Hall " + tag)
                        .replaceFirst("\"nodes\" : \\[", "\"nodes\" : [ { \"location\" : \"a/b\" }, "));
        open("/building-file");
        upload(other);
        assertThat(said()).containsText("1 to add, 0 to change, 1 in conflict");
        assertThat(page.locator(".exchange-findings")).containsText("nodes[0].location");
        pictures();

        button("Take all of the file's").click();
        button("Import").click();
        assertThat(said()).containsText("1 added, 0 filled in, 1 of 1 conflicts taken from the file");

        assertThat(buildings.current().floor(id).orElseThrow().ordinal()).isEqualTo(floor.ordinal());
        assertThat(buildings.current().zones()).anyMatch(zone -> zone.name().equals("Hall " + tag));
        assertThat(buildings.current().zones()).anyMatch(zone -> zone.name().equals("Room " + tag));
    }

    @Test
    void aFileThatBreaksOffIsRefusedInASentence() throws IOException {
        Path file = folder.resolve("half.json");
        Files.writeString(file, "{\"format\":\"bmac-building\",\"version\":1,\"floors\":[{");
        signInAsAdmin();
        open("/building-file");

        upload(file);

        assertThat(said()).containsText("breaks off or is no JSON at line 1, column");
        assertThat(said()).containsText("Nothing was changed.");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator said() {
        return page.locator(".exchange-card").last().getByRole(AriaRole.STATUS).last();
    }

    private void upload(Path file) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    }

    private void pictures() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
                page.setViewportSize(size[0], size[1]);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "browser", "transfer-" + scheme + "-" + size[0] + ".png")));
            }
        }
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
