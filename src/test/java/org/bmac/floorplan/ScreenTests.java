package org.bmac.floorplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bmac.MovableClock;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.access.TestRights;
import org.bmac.access.UserId;
import org.bmac.broker.Link;
import org.bmac.building.NodeId;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.command.Answer;
import org.bmac.command.By;
import org.bmac.command.Command;
import org.bmac.command.CommandId;
import org.bmac.command.Deed;
import org.bmac.command.Outcome;
import org.bmac.command.Priority;
import org.bmac.command.Purpose;
import org.bmac.command.Request;
import org.bmac.command.Slot;
import org.bmac.command.Stack;
import org.bmac.command.Stage;
import org.bmac.command.Wish;
import org.bmac.history.Keeping;
import org.bmac.live.Live;
import org.bmac.node.Transcript;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScreenTests {
    private static final PointId ONE = new PointId(1);
    private static final PointId TWO = new PointId(2);
    private static final PointId SECRET = new PointId(3);

    private final MovableClock clock = new MovableClock();
    private final long start = clock.millis();
    private Link link = new Link(true, "tcp://x", "connected", clock.instant());
    private Keeping keeping = new Keeping(true, "kept", clock.instant(), 0);
    private long model = 5;
    private final Live live = new Live(List.of(point(ONE), point(TWO), point(SECRET)), () -> link, clock);
    private final Tempo tempo = new Tempo();
    private final Map<PointId, Command> underWay = new HashMap<>();
    private final Map<PointId, Stack> stacks = new HashMap<>();
    private final Controls controls = new Controls(
            () -> List.of(ONE, TWO, SECRET),
            underWay::get,
            point -> stacks.getOrDefault(point, new Stack(Map.of(), null)),
            List::of);
    private final Feed feed =
            new Feed(live, () -> link, () -> keeping, () -> model, new Fragments(), controls, tempo, clock);
    private final List<String> sent = new ArrayList<>();
    private static final Actor BEN = new Actor.Person(new UserId(2), "ben", Role.OPERATOR);
    private final Rights rights = TestRights.ofRoles(TestBuildings.empty(_ -> {}));
    private final Screen screen = new Screen(feed, sent::add, point -> !point.equals(SECRET), Asks.of(BEN, rights));

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
    void thatReadingsAreNotKeptIsSaidOnceAndSoIsThatTheyAreAgain() throws IOException {
        beginAndDraw();
        long since = clock.millis();
        keeping = new Keeping(false, "the disk is full", clock.instant(), 9_000);
        screen.step();
        draw();
        pass(100);
        reads(ONE, 20);
        screen.step();
        draw();
        keeping = new Keeping(true, "kept", clock.instant(), 0);
        pass(100);
        draw();

        assertThat(sent).hasSize(3);
        assertThat(sent.getFirst())
                .contains("\"store\":{\"up\":false,\"words\":\"the disk is full\",\"since\":" + since
                        + ",\"waiting\":9000}");
        assertThat(sent.get(1)).contains("[1,20,0,").doesNotContain("\"store\"");
        assertThat(sent.getLast()).contains("\"store\":{\"up\":true");
    }

    @Test
    void whoComesWhileReadingsAreNotKeptIsToldAtTheBeginning() throws IOException {
        keeping = new Keeping(false, "the disk is full", clock.instant(), 9_000);
        screen.begin();

        assertThat(sent.getFirst()).contains("\"store\":{\"up\":false");
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
    void theSnapshotSaysWhatIsHeldAndWhatIsUnderWay() throws IOException {
        stacks.put(ONE, held(60));
        underWay.put(TWO, command(12, TWO, 40, new Stage.Sent(clock.instant())));
        stacks.put(SECRET, held(10));
        screen.begin();

        assertThat(sent.getFirst())
                .contains(
                        ",\"control\":[{\"id\":1,\"way\":null,\"stack\":[{\"p\":8,\"name\":\"operator\",\"by\":\"anna\","
                                + "\"value\":60,\"why\":\"\",\"since\":" + start
                                + ",\"until\":null}],\"otherwise\":null},"
                                + "{\"id\":2,\"way\":{\"n\":12,\"by\":\"anna\",\"wanted\":40,\"since\":" + start
                                + ",\"sent\":true},\"stack\":[],\"otherwise\":null}]")
                .doesNotContain("\"id\":3");
    }

    @Test
    void whatIsAskedIsSaidAtOnceAndWhereThereIsMuchWithTheNextFrame() throws IOException {
        beginAndDraw();
        underWay.put(ONE, command(12, ONE, 60, new Stage.Requested()));
        tell(ONE);
        screen.step();
        assertThat(sent)
                .singleElement()
                .asString()
                .contains("\"t\":\"control\"")
                .contains("\"wanted\":60");

        for (int number = 13; number < 16; number++) {
            underWay.put(ONE, command(number, ONE, 65, new Stage.Requested()));
            tell(ONE);
            screen.step();
        }
        assertThat(sent).hasSize(4);
        underWay.put(ONE, command(16, ONE, 70, new Stage.Requested()));
        tell(ONE);
        assertThat(screen.step()).isEqualTo(16);
        underWay.put(ONE, command(17, ONE, 80, new Stage.Requested()));
        tell(ONE);
        pass(16);

        assertThat(sent).hasSize(5);
        assertThat(sent.getLast()).contains("\"wanted\":80").doesNotContain("70");
    }

    @Test
    void howACommandEndedIsSaidInWords() throws IOException {
        beginAndDraw();
        Stage.Ended end = new Stage.Ended(new Outcome.Unanswered("No answer."), clock.instant(), Transcript.NONE);
        screen.control().ended(command(12, ONE, 60, end), end);
        screen.control().ended(command(13, SECRET, 60, end), end);
        screen.step();

        assertThat(sent)
                .containsExactly("{\"t\":\"control\",\"now\":" + clock.millis()
                        + ",\"ends\":[[12,1,\"unanswered\",null,\"No answer.\"," + clock.millis() + "]]}");
    }

    @Test
    void whatWaitsForASecondPersonIsToldToWhoMayAgree() throws IOException {
        beginAndDraw();
        screen.control().changed(request(1, null));
        screen.step();

        assertThat(sent)
                .singleElement()
                .asString()
                .contains("\"requests\":[{\"n\":1,\"part\":\"second\"")
                .contains(
                        "\"wishes\":[[1,60,{\"p\":8,\"name\":\"operator\",\"lasting\":7200000,\"ends\":null}]],\"by\":\"anna\",\"why\":\"hot\",\"kind\":\"set\"")
                .contains("\"state\":\"waiting\"}");
    }

    @Test
    void whatCameOfARequestIsToldWithHowItsCommandsEnded() throws IOException {
        beginAndDraw();
        Stage.Ended end = new Stage.Ended(new Outcome.Unanswered("No answer."), clock.instant(), Transcript.NONE);
        List<Command> commands = List.of(command(12, ONE, 60, end), command(13, TWO, 60, new Stage.Requested()));
        screen.control().changed(request(1, new Answer(Answer.Verdict.AGREED, "ben", "", clock.instant(), commands)));
        screen.step();

        assertThat(sent)
                .singleElement()
                .asString()
                .contains("\"state\":\"agreed\",\"second\":\"ben\"")
                .contains("\"ends\":[[12,1,\"unanswered\",null,\"No answer.\"," + clock.millis() + "],[13,2]]}");
    }

    @Test
    void whoMayNotAgreeIsToldThatItWaitsAndNothingMore() {
        Actor vera = new Actor.Person(new UserId(3), "vera", Role.VIEWER);
        Request request = request(1, null);

        assertThat(ControlJson.request(request, Asks.of(vera, rights).part(request)))
                .contains("\"part\":\"onlooker\"")
                .contains("\"wishes\":[[1,null]]")
                .doesNotContain("anna")
                .doesNotContain("hot");
    }

    @Test
    void aBrokenLineEndsIt() throws IOException {
        Screen broken = new Screen(
                feed,
                _ -> {
                    throw new IOException("the test's own");
                },
                _ -> true,
                Asks.NONE);

        assertThatThrownBy(broken::serve).isInstanceOf(IOException.class);
    }

    @Test
    void oneChangeIsWrittenOnceForAllScreens() {
        reads(ONE, 21.5);

        assertThat(feed.fragments().of(live.latest(ONE)))
                .isSameAs(feed.fragments().of(live.latest(ONE)));
    }

    private void tell(PointId point) {
        controls.changed(point);
        screen.control().changed(point);
    }

    private Command command(long number, PointId point, int percent, Stage stage) {
        return new Command(
                new CommandId(number),
                Purpose.SET,
                new By("anna", Role.OPERATOR, "operator", "desk"),
                point,
                new Value.Duty(percent),
                Priority.OPERATOR,
                null,
                "",
                Instant.ofEpochMilli(start),
                stage);
    }

    private Stack held(int percent) {
        return new Stack(
                Map.of(
                        Priority.OPERATOR,
                        new Slot(new Value.Duty(percent), "anna", "", Instant.ofEpochMilli(start), null)),
                null);
    }

    private Request request(long number, @Nullable Answer answer) {
        Wish wish = Wish.override(ONE, new Value.Duty(60)).because("hot");
        return new Request(
                number,
                new Actor.Person(new UserId(1), "anna", Role.OPERATOR),
                "desk",
                new Deed.Set(List.of(wish)),
                List.of(wish),
                wish.reason(),
                clock.instant(),
                clock.instant().plusSeconds(300),
                answer);
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
