package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bmac.building.FloorId;
import org.bmac.building.Point;
import org.bmac.history.History;
import org.bmac.history.TestPast;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The past of a point, from the map to the file. */
class HistoryIT extends BuildingUnderTest {
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final LocatorAssertions.HasAttributeOptions PATIENTLY =
            new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);

    @Autowired
    private History history;

    private String location = "";

    @Test
    void fromTheMapToTheChartCloserByDraggingAndBack() {
        Point temperature = thermometer("Lab 61");
        signInAsAdmin();
        open("/floor/" + floorOf(temperature) + "?point=" + temperature.id());
        page.locator("point-panel")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("History"))
                .click();

        assertThat(page).hasURL(Pattern.compile("/history/" + temperature.id()));
        Locator figure = page.locator("figure");
        assertThat(figure).hasAttribute("data-gaps", Pattern.compile("[1-9]"));
        press("Last hour");
        assertThat(page).hasURL(Pattern.compile("span=PT1H"));
        assertThat(figure).hasAttribute("data-width", Pattern.compile("^[1-9][0-9]{3}$"));
        assertThat(figure).hasAttribute("data-gaps", Pattern.compile("^[12]$"));

        BoundingBox box = page.locator(".plot").boundingBox();
        double y = box.y + box.height / 2;
        Request asked = page.waitForRequest(Pattern.compile("/stream/history/.*from="), () -> {
            page.mouse().move(box.x + box.width * 0.4, y);
            page.mouse().down();
            page.mouse().move(box.x + box.width * 0.6, y, new Mouse.MoveOptions().setSteps(8));
            page.mouse().up();
        });
        assertThat(asked.url()).matches(".*from=\\d{13}&to=\\d{13}&buckets=\\d+$");
        assertThat(page).hasURL(Pattern.compile("from=20"));
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("live")))
                .hasCount(0);
        press("Reset");
        assertThat(page).hasURL(Pattern.compile("span=PT24H"));
    }

    @Test
    void whatComesIsDrawnAtOnceAndTheKeyboardReadsIt() {
        Point temperature = thermometer("Lab 62");
        signInAsAdmin();
        open("/history/" + temperature.id() + "?span=PT1H");
        Locator figure = page.locator("figure");
        assertThat(figure).hasAttribute("data-buckets", Pattern.compile("[1-9]"));

        publish("nsa/temperature", location + ";31.25");
        assertThat(figure).hasAttribute("data-last", "31.25", PATIENTLY);

        Locator plot = page.getByRole(AriaRole.SLIDER);
        plot.focus();
        page.keyboard().press("End");
        assertThat(plot).hasAttribute("aria-valuetext", Pattern.compile(".*31\\.3 °C"));
        assertThat(page.locator(".tip")).containsText("coverage");
        page.keyboard().press("ArrowLeft");
        assertThat(plot).hasAttribute("aria-valuetext", Pattern.compile(".*°C|.*no data"));
        page.keyboard().press("+");
        assertThat(page).hasURL(Pattern.compile("span=PT30M|from="));
    }

    @Test
    void theSameIsATableAndAFile() throws IOException {
        Point temperature = thermometer("Lab 63");
        signInAsAdmin();
        open("/history/" + temperature.id() + "?span=PT1H");
        assertThat(page.locator("figure")).hasAttribute("data-buckets", Pattern.compile("[1-9]"));
        press("Table");
        Locator table = page.getByRole(AriaRole.TABLE);
        assertThat(table.getByRole(AriaRole.COLUMNHEADER).first()).hasText(Pattern.compile("Time \\(.*UTC.*\\)"));
        assertThat(table).containsText("mean, °C");
        assertThat(table.locator("tr.gap").first()).containsText("no data");

        Download download = page.waitForDownload(() -> press("Save as CSV"));
        assertThat(download.suggestedFilename()).matches("history-temperature-lab-63-\\d{4}-\\d\\d-\\d\\d\\.csv");
        List<String> lines = Files.readAllLines(download.path());
        assertThat(lines.getFirst()).startsWith("from (").contains("\"Temperature, Lab 63 mean (°C)\"");
        assertThat(lines).hasSizeGreaterThan(300).anySatisfy(line -> assertThat(line)
                .endsWith(",,,,,0,0"));
    }

    @Test
    void pointsOfAZoneLieBelowOneAnotherAndCompareWithTheTimeBefore() {
        Point temperature = thermometer("Lab 64");
        signInAsAdmin();
        open("/history/" + temperature.id() + "?span=PT8H");
        assertThat(page.locator("figure")).hasCount(1);
        page.getByLabel("Add to the picture").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Humidity"))
                .click();
        assertThat(page.locator("figure")).hasCount(2);
        assertThat(page.getByText("No data in this time", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        press("Compare");
        assertThat(page.locator("figure").first()).hasAttribute("data-shadow", Pattern.compile("[1-9]"));
        assertThat(page.getByText(Pattern.compile("^dashed: "))).isVisible();
        press("Remove Humidity, Lab 64");
        assertThat(page.locator("figure")).hasCount(1);

        Download download = page.waitForDownload(() -> press("Save as PNG"));
        assertThat(download.suggestedFilename()).endsWith(".png");
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** With two days behind it, of which ten minutes of the last hour are missing. */
    private Point thermometer(String zone) {
        FloorId floor = newFloor(zone);
        location = newNode(floor);
        Point point = buildings.current().points().stream()
                .filter(known -> known.kind() == Kind.TEMPERATURE && floor.equals(floorOf(known)))
                .findFirst()
                .orElseThrow();
        Instant now = clock.instant();
        Instant gap = now.minus(Duration.ofMinutes(30));
        for (Instant at = now.minus(Duration.ofDays(2)); at.isBefore(now); at = at.plus(STEP)) {
            if (at.isBefore(gap) || at.isAfter(gap.plus(Duration.ofMinutes(10)))) {
                double celsius = 21 + 2 * Math.sin(at.getEpochSecond() / 9_000.0);
                history.awaitRoom();
                history.on(new Reading(point.id(), Value.of(Kind.TEMPERATURE, celsius), Quality.GOOD, at));
            }
        }
        TestPast.awaitSafe(history);
        return point;
    }

    private static FloorId floorOf(Point point) {
        return Objects.requireNonNull(point.placement()).floor();
    }
}
