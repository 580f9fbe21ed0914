package org.bmac.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryChartTests {
    private static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");

    private final HistoryChart chart = new HistoryChart();

    @Test
    void seriesGoToTheBrowserAsTheyAre() {
        chart.setSeries(List.of(new Series("7", "Temperature", "Lab", "°C", 1, false, List.of(), "past/7")));

        assertThat(property("series"))
                .contains("\"key\":\"7\"", "\"label\":\"Temperature\"", "\"decimals\":1", "\"source\":\"past/7\"");
    }

    @Test
    void windowsSayOfWhatKindTheyAre() {
        chart.setWindow(new Window.Between(NOON, NOON.plusMillis(5)));
        assertThat(property("window")).contains("\"kind\":\"between\"", "" + NOON.toEpochMilli());

        chart.setWindow(new Window.All());
        assertThat(property("window")).contains("\"kind\":\"all\"");
    }

    @Test
    void aZoneIsNamed() {
        chart.setZone(ZoneId.of("Europe/Berlin"));

        assertThat(chart.getElement().getProperty("zone")).isEqualTo("Europe/Berlin");
    }

    @Test
    void whatTheBrowserChoseIsAWindow() {
        assertThat(new WindowChanged(chart, true, "latest", 0, 0, 3_600_000).window())
                .isEqualTo(new Window.Latest(Duration.ofHours(1)));
        assertThat(new WindowChanged(chart, true, "between", 5, 9, 0).window())
                .isEqualTo(new Window.Between(Instant.ofEpochMilli(5), Instant.ofEpochMilli(9)));
        assertThat(new WindowChanged(chart, true, "all", 0, 0, 0).window()).isEqualTo(new Window.All());
    }

    @Test
    void whatCannotBeDrawnIsRefusedWithASentence() {
        assertThatThrownBy(() -> new Series("", "", "", "", 0, false, List.of(), ""))
                .hasMessage("The key of a series is empty.");
        assertThatThrownBy(() -> new Series("7", "", "", "", 11, false, List.of(), ""))
                .hasMessage("decimals is 11; allowed is 0 to 10.");
        assertThatThrownBy(() -> new Series("7", "", "", "", 0, false, List.of("on"), ""))
                .hasMessage("A series has two words or none, not 1.");
        assertThatThrownBy(() -> new Window.Between(NOON, NOON)).hasMessageContaining("is not before to");
        assertThatThrownBy(() -> new Window.Latest(Duration.ZERO)).hasMessageContaining("span is PT0S");
    }

    private String property(String name) {
        return String.valueOf(chart.getElement().getPropertyRaw(name));
    }
}
