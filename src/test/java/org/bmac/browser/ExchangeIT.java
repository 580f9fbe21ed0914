package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.bmac.access.Role;
import org.bmac.building.FloorId;
import org.bmac.building.Point;
import org.bmac.history.Bucket;
import org.bmac.history.History;
import org.bmac.history.TestPast;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Readings out of the browser and into it, as files. */
@TestPropertySource(properties = "bmac.import.largest=5MB")
class ExchangeIT extends BuildingUnderTest {
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Autowired
    private History history;

    @TempDir
    private Path folder = Path.of("");

    private String location = "";

    @Test
    void fromTheChartToTheFile() throws IOException {
        Point temperature = thermometer("Lab 81", 99);
        publish("nsa/temperature", location + ";31.25");
        Awaitility.await().until(() -> kept(temperature) == 100);
        signInAs(Role.VIEWER);
        open("/history/" + temperature.id() + "?span=PT1H");
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Export"))
                .click();

        assertThat(page).hasURL(Pattern.compile("/export\\?"));
        assertThat(page.locator(".exchange-estimate")).hasText("About 100 readings of 1 point.");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Import")))
                .hasCount(0);
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download"))
                        .click());

        assertThat(download.suggestedFilename()).matches("building_.*_readings\\.csv");
        List<String> lines = Files.readAllLines(download.path());
        assertThat(lines).hasSize(101);
        assertThat(lines.get(1)).contains("," + temperature.id() + ",Temperature,Lab 81," + location + ",temperature");
        assertThat(lines.getLast()).endsWith(",°C,31.25,good");
    }

    @Test
    void whatIsTooLargeIsRefusedByThePageAndByTheServer() throws IOException {
        Path file = folder.resolve("huge.csv");
        Files.write(file, new byte[6 << 20]);
        signInAsAdmin();
        open("/export");

        upload(file);
        assertThat(said()).containsText("huge.csv is larger than 5 MB, which is the most. Nothing was imported.");
        page.reload();
        assertThat(said()).not().containsText("huge.csv");
        page.locator("vaadin-upload").evaluate("upload => { upload.maxFileSize = Infinity; }");
        upload(file);
        assertThat(said()).containsText("huge.csv is larger than 5 MB, which is the most. Nothing was imported.");
        keep("exchange-too-large");
    }

    @Test
    void whatIsStoppedGoesOnWhenItIsImportedAgain() throws IOException {
        Point temperature = thermometer("Lab 83", 10);
        Path file = folder.resolve("much.lp.gz");
        Instant start = clock.instant().minus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        try (Writer lines =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (int i = 0; i < 200_000; i++) {
                lines.write(line(start.plusSeconds(10L * i), i % 40));
            }
        }
        signInAsAdmin();
        open("/export?point=" + temperature.id());
        upload(file);
        assertThat(said()).containsText("200,000 readings would be added.", PATIENTLY);

        pageButton("Import").click();
        pageButton("Stop").click();
        assertThat(said()).containsText("imported again, it goes on, and nothing comes twice.", PATIENTLY);
        keep("exchange-stopped");
        pageButton("Import").click();
        assertThat(said())
                .hasText(
                        Pattern.compile("^[0-9,]+ readings added(; [0-9,]+ (is|are) there already)?\\.$"),
                        new LocatorAssertions.HasTextOptions().setTimeout(60_000));

        assertThat(history.window(admin(), temperature.id(), start, start.plus(30, ChronoUnit.DAYS), 1))
                .extracting(Bucket::count)
                .containsExactly(200_000L);
    }

    private long kept(Point point) {
        return history.readings(
                        admin(), point.id(), Instant.EPOCH, clock.instant().plusSeconds(60), History.MOST_READINGS)
                .size();
    }

    private String line(Instant at, int value) {
        return "temperature,node=" + location + " value=" + value + " " + at.toEpochMilli() + "\n";
    }

    @Test
    void whatIsBroughtIsLookedAtFirstAndNeverTwice() throws IOException {
        Point temperature = thermometer("Lab 82", 10);
        Path file = folder.resolve("elsewhere.lp");
        Instant start = clock.instant().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        StringBuilder lines = new StringBuilder("weather,host=roof t=20 no time\n");
        for (int i = 0; i < 60_000; i++) {
            lines.append(line(start.plusSeconds(2L * i), i % 40));
        }
        lines.append("weather,host=roof t=20 ").append(start.toEpochMilli()).append('\n');
        Files.writeString(file, lines);
        signInAsAdmin();
        open("/export?point=" + temperature.id());

        upload(file);
        assertThat(said()).containsText("60,000 readings would be added; 1 is of no point here.", PATIENTLY);
        assertThat(page.locator(".exchange-findings"))
                .containsText("Line 1: The time is 'no time', which is no whole number.");
        pictures();
        pageButton("Import").click();
        assertThat(said()).containsText("60,000 readings added", PATIENTLY);

        open("/export?point=" + temperature.id());
        upload(file);
        assertThat(said()).containsText("Nothing would be added; 60,000 are there already", PATIENTLY);
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
            for (int[] size : new int[][] {{1440, 900}, {1024, 768}, {390, 844}}) {
                page.setViewportSize(size[0], size[1]);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "browser", "exchange-" + scheme + "-" + size[0] + ".png")));
                page.locator(".exchange-card").last().scrollIntoViewIfNeeded();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "browser", "exchange-" + scheme + "-" + size[0] + "-import.png")));
            }
        }
        page.setViewportSize(1440, 900);
    }

    private Point thermometer(String zone, int readings) {
        FloorId floor = newFloor(zone);
        location = newNode(floor);
        Point temperature = buildings.current().points().stream()
                .filter(point -> point.kind() == Kind.TEMPERATURE)
                .max((a, b) -> a.id().compareTo(b.id()))
                .orElseThrow();
        Instant now = clock.instant();
        for (int i = readings; i > 0; i--) {
            history.on(new Reading(
                    temperature.id(), Value.of(Kind.TEMPERATURE, 20 + i % 5), Quality.GOOD, now.minusSeconds(10L * i)));
        }
        TestPast.awaitSafe(history);
        return temperature;
    }
}
