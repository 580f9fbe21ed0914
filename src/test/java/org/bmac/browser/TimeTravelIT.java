package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.bmac.building.FloorId;
import org.junit.jupiter.api.Test;

/** The floor as it was, seen through a browser. */
class TimeTravelIT extends BuildingUnderTest {
    @Test
    void aFloorIsSeenAsItWasAndThenLiveAgain() {
        FloorId floor = newFloor("Archive");
        String location = newNode(floor);
        signInAsAdmin();
        open("/floor/" + floor);
        publish("nsa/temperature", location + ";20.00");
        assertThat(marker("^Temperature, Archive, 20.0 °C$")).isVisible();
        clock.move(Duration.ofMinutes(20));
        publish("nsa/temperature", location + ";25.00");
        assertThat(marker("^Temperature, Archive, 25.0 °C$")).isVisible();

        pageButton("History").click();
        pageButton("1 h").click();
        assertThat(page.locator("time-bar").getByText("HISTORY")).isVisible();
        Locator moment = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Moment"));
        assertThat(moment).isEnabled();
        long end = Long.parseLong(moment.getAttribute("max"));
        moment.fill(String.valueOf(end - Duration.ofMinutes(10).toMillis()));
        assertThat(marker("^Temperature, Archive, 20.0 °C, stale")).isVisible();
        moment.fill(String.valueOf(end - Duration.ofMinutes(40).toMillis()));
        assertThat(marker("^Temperature, Archive, no data yet$")).isVisible();

        publish("nsa/temperature", location + ";26.00");
        pageButton("Live").click();
        assertThat(marker("^Temperature, Archive, 26.0 °C$")).isVisible();
        assertThat(page.locator("time-bar").getByText("HISTORY")).isHidden();
    }

    @Test
    void playGoesThroughThePastToItsEnd() {
        FloorId floor = newFloor("Cinema");
        String location = newNode(floor);
        signInAsAdmin();
        open("/floor/" + floor);
        publish("nsa/temperature", location + ";20.00");
        assertThat(marker("^Temperature, Cinema, 20.0 °C$")).isVisible();

        pageButton("History").click();
        pageButton("1 h").click();
        page.getByLabel("Speed").selectOption("3600");
        pageButton("Play").click();
        assertThat(pageButton("Pause")).isVisible();
        assertThat(pageButton("Play")).isVisible();
        assertThat(marker("^Temperature, Cinema, 20.0 °C")).isVisible();
    }

    private Locator marker(String pattern) {
        return marker(Pattern.compile(pattern));
    }
}
