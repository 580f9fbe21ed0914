package org.bmac.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bmac.chart.Window;
import org.bmac.point.PointId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the address of a chart. */
class ShownTests {
    private static final Line FIRST = Line.of(new PointId(7));
    private static final Line OTHER = new Line(Line.Over.ZONE, new PointId(9));

    @Test
    void anAddressSaysTheSameWhenItIsReadAgain() {
        Instant noon = Instant.parse("2026-05-12T12:00:00Z");
        List<Window> windows = List.of(
                new Window.Latest(Duration.ofHours(8)),
                new Window.Between(noon, noon.plusMillis(90_500)),
                new Window.All());

        assertThat(windows).allSatisfy(window -> {
            Shown shown = new Shown(List.of(FIRST, OTHER), window);
            assertThat(shown.path()).isEqualTo("history/7");
            assertThat(Shown.of(FIRST, shown.query())).isEqualTo(shown);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "span=tomorrow",
                "span=PT0S",
                "span=-PT1H",
                "span=PT2562047788015215H",
                "from=2026-05-12T12:00:00Z",
                "from=2026-05-12T12:00:00Z&to=2026-05-12T11:00:00Z",
                "from=x&to=y",
                "with=a,,0,99999999,-1,zone-0,room-9",
                "",
            })
    void whatCannotBeUnderstoodIsAsIfItWereNotSaid(String query) {
        assertThat(Shown.of(FIRST, QueryParameters.fromString(query)))
                .isEqualTo(new Shown(List.of(FIRST), Shown.USUAL));
    }

    @Test
    void noPointIsShownTwiceNorMoreThanCanBeRead() {
        assertThat(new Shown(List.of(FIRST), Shown.USUAL).with(FIRST).lines()).containsExactly(FIRST);
        List<Line> many = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> Line.of(new PointId(number)))
                .toList();
        assertThat(new Shown(many, Shown.USUAL).lines()).hasSize(Shown.MOST);
    }

    @Test
    void withoutTheFirstTheSecondIsTheFirst() {
        Shown shown = new Shown(List.of(FIRST, OTHER), Shown.USUAL).without(FIRST);

        assertThat(shown.path()).isEqualTo("history/zone-9");
        assertThat(shown.without(OTHER).path()).isEqualTo("history");
    }
}
