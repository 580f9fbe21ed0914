package org.bmac.floorplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bmac.MovableClock;
import org.bmac.broker.Link;
import org.bmac.building.NodeId;
import org.bmac.building.Point;
import org.bmac.live.Live;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;

class ScreenTests {
    private static final PointId ONE = new PointId(1);
    private static final PointId TWO = new PointId(2);
    private static final PointId SECRET = new PointId(3);

    private final MovableClock clock = new MovableClock();
    private final long start = clock.millis();
    private Link link = new Link(true, "tcp://x", "connected", clock.instant());
    private long model = 5;
    private final Live live = new Live(List.of(point(ONE), point(TWO), point(SECRET)), () -> link, clock);
    private final Tempo tempo = new Tempo();
    private final Feed feed = new Feed(live, () -> link, () -> model, new Fragments(), tempo, clock);
    private final List<String> sent = new ArrayList<>();
    private final Screen screen = new Screen(feed, sent::add, point -> !point.equals(SECRET));

    @Test
    void beginsWithAllThatMayBeSeen() throws IOException {
        reads(ONE, 21.5);
        screen.begin();

        assertThat(sent)
                .containsExactly("{\"t\":\"snapshot\",\"seq\":1,\"now\":" + start + ",\"model\":5"
                        + ",\"link\":{\"up\":true,\"words\":\"connected\",\"since\":" + start + "}"
                        + ",\"points\":[[1,21.5,0," + start + "],[2,null,5,null,\"no data yet\"]]}");
    }

    @Test
    void theFirstChangeAfterAQuietMomentGoesAtOnce() throws IOException {
        beginAndDraw();
        reads(ONE, 22);
        screen.step();

        assertThat(sent)
                .containsExactly("{\"t\":\"changes\",\"seq\":2,\"now\":" + clock.millis() + ",\"points\":[[1,22,0,"
                        + clock.millis() + "]]}");
    }

    @Test
    void whatComesWhileOneIsOnItsWayGoesTogetherAndOnlyTheLatest() throws IOException {
        beginAndDraw();
        reads(ONE, 22);
        screen.step();
        reads(ONE, 23);
        reads(ONE, 24);
        reads(TWO, 10);
        pass(100);
        assertThat(sent).hasSize(1);

        screen.said(new ClientWord.Drawn(2));
        screen.step();

        assertThat(sent).hasSize(2);
        assertThat(sent.getLast())
                .contains("\"seq\":3")
                .contains("[1,24,0,")
                .contains("[2,10,0,")
                .doesNotContain("23");
    }

    @Test
    void evenAFastBrowserIsLeftAFrame() throws IOException {
        beginAndDraw();
        reads(ONE, 22);
        screen.step();
        screen.said(new ClientWord.Drawn(2));
        reads(ONE, 23);

        assertThat(screen.step()).isEqualTo(16);
        assertThat(sent).hasSize(1);
        pass(16);
        assertThat(sent).hasSize(2);
    }

    @Test
    void aBrowserThatNeverSaysThatItHasDrawnIsServedEveryFiveSeconds() throws IOException {
        screen.begin();
        sent.clear();
        for (int second = 1; second <= 20; second++) {
            reads(ONE, second);
            pass(1_000);
        }

        assertThat(sent).hasSize(4).allMatch(frame -> frame.contains("changes"));
    }

    @Test
    void whatMayNotBeSeenIsNeverSent() throws IOException {
        beginAndDraw();
        reads(SECRET, 22);
        screen.said(new ClientWord.Wanted(SECRET));
        screen.step();

        assertThat(sent).isEmpty();
    }

    @Test
    void theLinkGoesOnlyWhenItHasChanged() throws IOException {
        beginAndDraw();
        link = new Link(false, "tcp://x", "connection refused", clock.instant());
        live.sweep();
        screen.step();
        draw();
        pass(100);
        reads(ONE, 20);
        screen.step();

        assertThat(sent.getFirst()).contains("\"link\":{\"up\":false,\"words\":\"connection refused\"");
        assertThat(sent.getLast()).contains("[1,20,2,").contains("broker lost").doesNotContain("\"link\"");
    }

    @Test
    void aQuietBuildingIsHeardEveryFiveSeconds() throws IOException {
        beginAndDraw();
        pass(4_800);
        assertThat(sent).isEmpty();
        pass(200);
        pass(1_000);

        assertThat(sent).containsExactly("{\"t\":\"beat\",\"seq\":2,\"now\":" + (start + 5_100) + "}");
    }

    @Test
    void theLastHourIsAnsweredOnce() throws IOException {
        reads(ONE, 21);
        beginAndDraw();
        screen.said(new ClientWord.Wanted(ONE));
        screen.step();
        screen.step();

        assertThat(sent).containsExactly("{\"t\":\"recent\",\"id\":1,\"points\":[[" + start + ",21]]}");
    }

    @Test
    void aFloodOfQuestionsIsBounded() throws IOException {
        beginAndDraw();
        for (int i = 4; i < 100_000; i++) {
            screen.said(new ClientWord.Wanted(new PointId(i)));
        }
        screen.step();

        assertThat(sent).hasSize(32);
    }

    @Test
    void aChangedBuildingIsSaidAtOnceAndThenAtMostTwiceASecond() throws IOException {
        beginAndDraw();
        pass(1_000);
        model = 6;
        screen.step();
        model = 7;
        pass(100);
        model = 8;
        pass(400);

        assertThat(sent).containsExactly("{\"t\":\"model\",\"version\":6}", "{\"t\":\"model\",\"version\":8}");
    }

    @Test
    void aBrokenLineEndsIt() throws IOException {
        Screen broken = new Screen(
                feed,
                _ -> {
                    throw new IOException("the test's own");
                },
                _ -> true);

        assertThatThrownBy(broken::serve).isInstanceOf(IOException.class);
    }

    @Test
    void oneChangeIsWrittenOnceForAllScreens() {
        reads(ONE, 21.5);

        assertThat(feed.fragments().of(live.latest(ONE)))
                .isSameAs(feed.fragments().of(live.latest(ONE)));
    }

    private void beginAndDraw() throws IOException {
        screen.begin();
        draw();
        pass(100);
        sent.clear();
    }

    private void draw() {
        screen.said(new ClientWord.Drawn(Long.MAX_VALUE));
    }

    private void pass(long millis) throws IOException {
        clock.move(Duration.ofMillis(millis));
        screen.step();
    }

    private void reads(PointId point, double number) {
        live.on(new Reading(point, new Value.Quantity(number, Unit.CELSIUS), Quality.GOOD, clock.instant()));
    }

    private static Point point(PointId id) {
        return new Point(id, new NodeId(1), Kind.TEMPERATURE, 0, "", null, null, null, false);
    }
}
