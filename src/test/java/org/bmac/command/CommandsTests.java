package org.bmac.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bmac.command.Control.ANNA;
import static org.bmac.command.Control.BEN;
import static org.bmac.command.Control.SCHEDULE;
import static org.bmac.command.Control.VERA;
import static org.bmac.command.Control.outcome;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bmac.audit.Row;
import org.bmac.audit.What;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** From a wish to its outcome, against a simulated node. */
class CommandsTests {
    private final Control control = new Control();

    @AfterEach
    void close() {
        control.close();
    }

    @Test
    void commandIsConfirmedByTheNodeAndStandsInTheAuditWithItsBytes() {
        Asked asked = control.fan(ANNA, 60);
        assertThat(asked.command().outcome()).isEmpty();
        assertThat(outcome(asked)).isEqualTo(new Outcome.Confirmed(new Value.Duty(60)));
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(60);
        List<Row> rows = control.rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).entry().what()).isEqualTo(What.COMMAND);
        assertThat(rows.get(0).entry().right()).isEqualTo("operator");
        assertThat(rows.get(0).entry().wanted()).isEqualTo("60 %");
        assertThat(rows.get(1).entry().what()).isEqualTo(What.OUTCOME);
        assertThat(rows.get(1).entry().first()).isEqualTo(1L);
        assertThat(rows.get(1).entry().sent()).isEqualTo("3c 04");
        assertThat(rows.get(1).entry().received()).isEqualTo("003c 3c");
        assertThat(rows.get(1).entry().outcome()).isEqualTo("confirmed");
        assertThat(control.audit.check().isWhole()).isTrue();
        assertThat(control.commands.find(asked.command().id()))
                .hasValueSatisfying(found -> assertThat(found.outcome()).contains(outcome(asked)));
    }

    @Test
    void screensSeeItBeginAndEnd() {
        control.node.lose(message -> message.topic().contains("/a/"));
        Asked asked = control.fan(ANNA, 60);
        assertThat(control.commands.underWay(control.fan.id()))
                .hasValueSatisfying(command -> assertThat(command.by().name()).isEqualTo("anna"));
        control.pass(Duration.ofSeconds(4));
        assertThat(control.events.stream()
                        .filter(CommandChanged.class::isInstance)
                        .map(event -> ((CommandChanged) event)
                                .command()
                                .stage()
                                .getClass()
                                .getSimpleName()))
                .containsExactly("Requested", "Sent", "Ended");
        assertThat(outcome(asked)).isEqualTo(new Outcome.Confirmed(new Value.Duty(60)));
        assertThat(control.commands.underWay()).isEmpty();
    }

    @Test
    void refusedForLackOfRightStandsInTheAuditToo() {
        Asked asked = control.fan(VERA, 60);
        assertThat(outcome(asked)).isInstanceOf(Outcome.Refused.class);
        assertThat(control.node.output(Kind.FAN, 4)).isZero();
        assertThat(control.rows()).singleElement().satisfies(row -> {
            assertThat(row.entry().actor()).isEqualTo("vera");
            assertThat(row.entry().right()).isEmpty();
            assertThat(row.entry().outcome()).isEqualTo("refused");
        });
        assertThat(control.commands.stack(control.fan.id())).isEqualTo(Stack.EMPTY);
    }

    @Test
    void refusedWhileTheLinkIsDown() {
        control.broker.goDown("cable cut");
        assertThat(outcome(control.fan(ANNA, 60)).sentence()).contains("cable cut");
        assertThat(control.commands.overrides()).isEmpty();
    }

    @Test
    void valueThatThePointCannotTakeIsRefused() {
        Asked asked = control.commands.request(ANNA, "desk", Wish.override(control.fan.id(), new Value.Switched(true)));
        assertThat(outcome(asked)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void nodeThatSaysNothingLeavesItUnansweredAndHeld() {
        control.node.lose(_ -> true);
        Asked asked = control.fan(ANNA, 60);
        control.pass(Duration.ofSeconds(6));
        assertThat(outcome(asked)).isEqualTo(new Outcome.Unanswered("No answer after 5 s."));
        assertThat(control.commands.overrides()).hasSize(1);
    }

    @Test
    void nodeThatRefusesLeavesNothingHeld() {
        control.fan(ANNA, 30);
        control.node.lose(message -> message.topic().contains("/a/"));
        Asked asked = control.fan(ANNA, 60);
        refuse();
        assertThat(outcome(asked).sentence()).contains("interlocked");
        assertThat(control.commands.stack(control.fan.id()).value()).contains(new Value.Duty(30));
    }

    /** What the node says to the last that it was told: interlocked. */
    private void refuse() {
        control.broker.arrive(new org.bmac.broker.Outgoing(
                "bmac5/" + Control.UID + "/a/4",
                org.bmac.point.Bytes.hex("021e"),
                1,
                false,
                new org.bmac.broker.Properties5(
                        null,
                        control.broker.published().getLast().properties().correlation(),
                        null,
                        null,
                        java.util.Map.of())));
    }

    @Test
    void wishThatTookTooLongToBeWrittenDownIsNotSentAnyMore() {
        control.meanwhile = () -> control.clock.move(Duration.ofSeconds(5));
        Asked asked = control.fan(ANNA, 60);
        assertThat(outcome(asked)).isInstanceOf(Outcome.Refused.class);
        assertThat(control.node.output(Kind.FAN, 4)).isZero();
        assertThat(control.commands.overrides()).isEmpty();
        control.pass(Duration.ofSeconds(6));
        assertThat(control.node.output(Kind.FAN, 4)).isZero();
    }

    @Test
    void outcomeOfAWishThatWasSupersededBeforeItWasSentIsToldOnce() {
        control.meanwhile = () -> {
            control.relay(ANNA, true);
            control.relay(BEN, false);
        };
        control.fan(ANNA, 60);
        assertThat(control.events.stream()
                        .flatMap(event -> event instanceof CommandChanged(Command command)
                                ? Stream.of(command)
                                : Stream.<Command>empty())
                        .filter(command -> command.by().name().equals("anna")
                                && command.point().equals(control.relay.id())
                                && command.outcome().isPresent()))
                .hasSize(1);
    }

    @Test
    void whatIsHeldAgainAfterANewerWishWasRefusedIsBrought() {
        control.node.lose(_ -> true);
        Asked first = control.fan(ANNA, 40);
        Asked second = control.fan(BEN, 60);
        refuse();
        assertThat(outcome(first)).isInstanceOf(Outcome.Superseded.class);
        assertThat(outcome(second)).isInstanceOf(Outcome.Refused.class);
        assertThat(control.commands.stack(control.fan.id()).value()).contains(new Value.Duty(40));
        control.node.lose(_ -> false);
        control.look();
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(40);
    }

    @Test
    void whatIsLetGoOfWhileItIsOnItsWayIsWantedNoMore() {
        control.node.lose(_ -> true);
        Asked first = control.fan(ANNA, 40);
        Asked released = control.commands.release(BEN, "desk", control.fan.id(), Priority.OPERATOR, "done");
        assertThat(outcome(released)).isEqualTo(new Outcome.Confirmed(null));
        assertThat(outcome(first)).isEqualTo(new Outcome.Superseded("ben has let go of it."));
        assertThat(control.commands.underWay()).isEmpty();
    }

    @Test
    void numbersOfCommandsAreNotUsedAgainAfterAllWereForgotten() {
        CommandId last = control.fan(ANNA, 40).command().id();
        new CommandRows(new JdbcTemplate(control.database))
                .forget(control.clock.instant().plusSeconds(60));
        control.close();
        try (Control again = new Control(control.database, control.clock)) {
            assertThat(again.fan(ANNA, 60).command().id().number()).isGreaterThan(last.number());
        }
    }

    @Test
    void lyingOutputIsAMismatch() {
        control.node.lie(Kind.RELAY, 5);
        assertThat(outcome(control.relay(ANNA, true))).isEqualTo(new Outcome.Mismatched(new Value.Switched(false)));
    }

    @Test
    void newestWishWinsAndTheOlderIsSaidToBeSuperseded() {
        control.node.lose(_ -> true);
        Asked first = control.fan(ANNA, 40);
        Asked second = control.fan(BEN, 60);
        assertThat(outcome(first)).isEqualTo(new Outcome.Superseded("ben wants 60 % now."));
        control.node.lose(_ -> false);
        control.pass(Duration.ofSeconds(6));
        assertThat(outcome(second)).isEqualTo(new Outcome.Confirmed(new Value.Duty(60)));
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(60);
    }

    @Test
    void strongestRulesAndTheWeakerWaitsBelow() {
        assertThat(outcome(schedule(40))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(outcome(control.fan(ANNA, 60))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(outcome(schedule(20)).sentence()).contains("anna").contains("60 %");
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(60);
        Asked released = control.commands.release(ANNA, "desk", control.fan.id(), Priority.OPERATOR, "done");
        assertThat(outcome(released)).isEqualTo(new Outcome.Confirmed(new Value.Duty(20)));
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(20);
        assertThat(control.commands.overrides()).isEmpty();
    }

    @Test
    void overrideThatIsOverFallsToTheNextCommandsItAndConfirmsIt() {
        schedule(40);
        control.fan(ANNA, 60);
        control.jump(Duration.ofMinutes(119));
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(60);
        control.jump(Duration.ofMinutes(1));
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(40);
        assertThat(control.rows().getLast().entry().wanted()).isEqualTo("expiry 40 %");
        assertThat(control.rows().getLast().entry().outcome()).isEqualTo("confirmed");
    }

    @Test
    void whatComesNextWaitsForALinkThatIsDown() {
        schedule(40);
        control.fan(ANNA, 60);
        control.broker.goDown("cable cut");
        control.jump(Duration.ofHours(2));
        assertThat(control.commands.overrides()).isEmpty();
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(60);
        control.broker.comeUp();
        control.look();
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(40);
    }

    @Test
    void whatComesNextWaitsForTheLinkAlsoOverARestart() {
        schedule(40);
        control.fan(ANNA, 60);
        control.broker.goDown("cable cut");
        control.jump(Duration.ofHours(2));
        assertThat(control.rows().getLast().entry().reason()).contains("what comes next waits");
        control.close();

        try (Control again = new Control(control.database, control.clock)) {
            again.look();
            assertThat(again.node.output(Kind.FAN, 4)).isEqualTo(40);
            assertThat(again.rows().getLast().entry().wanted()).isEqualTo("expiry 40 %");
            assertThat(again.rows().getLast().entry().outcome()).isEqualTo("confirmed");
        }
        try (Control third = new Control(control.database, control.clock)) {
            int rows = third.rows().size();
            third.look();
            assertThat(third.rows()).hasSize(rows);
        }
    }

    @Test
    void whatWasJustComingNextWhenTheProgramEndedIsBroughtOnceMore() {
        schedule(40);
        control.fan(ANNA, 60);
        control.node.lose(_ -> true);
        control.jump(Duration.ofHours(2));
        assertThat(control.commands.underWay()).hasSize(1);
        control.close();

        try (Control again = new Control(control.database, control.clock)) {
            assertThat(again.rows().getLast().entry().outcome()).isEqualTo("unanswered");
            again.look();
            assertThat(again.node.output(Kind.FAN, 4)).isEqualTo(40);
        }
    }

    @Test
    void newerWishLeavesNothingToBeBroughtBack() {
        schedule(40);
        control.fan(ANNA, 60);
        control.broker.goDown("cable cut");
        control.jump(Duration.ofHours(2));
        control.broker.comeUp();
        control.fan(ANNA, 70);
        control.look();
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(70);
        control.close();

        try (Control again = new Control(control.database, control.clock)) {
            int rows = again.rows().size();
            again.look();
            assertThat(again.rows()).hasSize(rows);
        }
    }

    @Test
    void nothingHeldMeansWhatAnEngineerHasSetOtherwise() {
        control.rules.change(
                BEN, "desk", control.fan.id(), new OutputRules(Confirmation.NONE, List.of(), new Value.Duty(5)));
        control.fan(ANNA, 60);
        control.commands.release(ANNA, "desk", control.fan.id(), Priority.OPERATOR, "");
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(5);
    }

    @Test
    void releaseOfNothingIsRefused() {
        assertThat(outcome(control.commands.release(ANNA, "desk", control.fan.id(), Priority.OPERATOR, "")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void overridingForGoodTakesAnEngineerAndAReason() {
        Wish wish = Wish.override(control.fan.id(), new Value.Duty(60)).lasting(null);
        assertThat(outcome(control.commands.request(ANNA, "desk", wish.because("because"))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(outcome(control.commands.request(BEN, "desk", wish))).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome(control.commands.request(BEN, "desk", wish.because("repair"))))
                .isInstanceOf(Outcome.Confirmed.class);
        control.jump(Duration.ofDays(30));
        assertThat(control.commands.overrides()).hasSize(1);
    }

    @Test
    void operatorsSpeakAsOperatorsOnly() {
        Wish wish = Wish.override(control.fan.id(), new Value.Duty(60));
        assertThat(outcome(control.commands.request(ANNA, "desk", wish.at(Priority.CRITICAL))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(outcome(control.commands.request(SCHEDULE, "", wish.at(Priority.CRITICAL))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(outcome(control.commands.request(BEN, "desk", wish.at(Priority.CRITICAL))))
                .isInstanceOf(Outcome.Confirmed.class);
        assertThat(outcome(control.commands.request(ANNA, "desk", wish.lasting(Duration.ofHours(25)))))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void afterARestartOverridesAreAsTheyWereAndTheOpenCommandIsUnanswered() {
        schedule(40);
        control.commands.request(
                ANNA,
                "desk",
                Wish.override(control.relay.id(), new Value.Switched(true)).lasting(Duration.ofHours(8)));
        control.fan(ANNA, 60);
        control.node.lose(_ -> true);
        Asked open = control.fan(ANNA, 70);
        control.close();
        control.clock.move(Duration.ofHours(1));

        try (Control again = new Control(control.database, control.clock)) {
            assertThat(again.commands.find(open.command().id()).orElseThrow().outcome())
                    .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(Outcome.Unanswered.class));
            assertThat(again.commands.overrides()).isEqualTo(control.commands.overrides());
            assertThat(again.audit.check().isWhole()).isTrue();
            assertThat(again.rows().getLast().entry().outcome()).isEqualTo("unanswered");
            again.jump(Duration.ofHours(1));
            assertThat(again.commands.overrides()).hasSize(1);
            assertThat(again.node.output(Kind.FAN, 4)).isEqualTo(40);
            assertThat(again.fan(ANNA, 10).command().id().number())
                    .isGreaterThan(open.command().id().number());
        }
    }

    @Test
    void zoneGivesOneOutcomeForEachOutputAndWhatFailedCanBeTriedAgain() {
        List<Wish> wishes = new Selection(Kind.RELAY, null, null)
                .in(control.buildings.current()).stream()
                        .map(point -> Wish.override(point.id(), new Value.Switched(true)))
                        .toList();
        control.node.lie(Kind.RELAY, 6);
        List<Asked> asked = control.commands.requestAll(ANNA, "desk", wishes);
        assertThat(asked.stream().map(one -> outcome(one).code())).containsExactly("confirmed", "mismatched");
        List<Asked> again = control.commands.retry(
                ANNA, "desk", asked.stream().map(one -> one.end().join()).toList(), null);
        assertThat(again).hasSize(1);
    }

    @Test
    void sceneIsPlayedAndItsLastRunIsRememberedOverARestart() {
        Scene scene = evening();
        assertThat(control.scenes.all()).containsExactly(scene);
        assertThat(control.scenes.lastRun(scene.id())).isEmpty();
        control.node.lie(Kind.RELAY, 5);
        assertThat(control.scenes.play(ANNA, "desk", scene.id(), "", null).stream()
                        .map(one -> outcome(one).code()))
                .containsExactlyInAnyOrder("confirmed", "mismatched");
        assertThat(control.node.output(Kind.FAN, 4)).isEqualTo(20);
        Run run = control.scenes.lastRun(scene.id()).orElseThrow();
        assertThat(run).isEqualTo(new Run(control.clock.instant(), "anna", 2, 1, 1));
        control.close();

        try (Control again = new Control(control.database, control.clock)) {
            assertThat(again.scenes.lastRun(scene.id())).contains(run);
            again.scenes.remove(BEN, "desk", scene.id());
            assertThat(again.scenes.all()).isEmpty();
        }
        try (Control third = new Control(control.database, control.clock)) {
            assertThat(third.scenes.lastRun(scene.id())).isEmpty();
        }
    }

    @Test
    void runThatIsUnderWaySaysSo() {
        Scene scene = evening();
        control.node.lose(_ -> true);
        control.scenes.play(ANNA, "desk", scene.id(), "", null);
        assertThat(control.scenes.lastRun(scene.id()))
                .hasValueSatisfying(run ->
                        assertThat(run.outputs() - run.done() - run.failed()).isEqualTo(2));
        control.pass(Duration.ofSeconds(12));
        assertThat(control.scenes.lastRun(scene.id()))
                .hasValueSatisfying(run -> assertThat(run.failed()).isEqualTo(2));
    }

    @Test
    void sceneOfWhichNotAllMayBeCommandedMovesNothingAndTheAttemptIsWrittenDown() {
        Scene scene = evening();
        assertThat(control.scenes.forbidden(ANNA, scene)).isEmpty();
        assertThat(control.scenes.forbidden(VERA, scene)).containsExactly(control.fan.id(), control.relay.id());
        assertThat(control.scenes.play(VERA, "desk", scene.id(), "", null))
                .hasSize(2)
                .allSatisfy(one -> assertThat(outcome(one)).isInstanceOf(Outcome.Refused.class));
        assertThat(control.scenes.lastRun(scene.id())).isEmpty();
        assertThat(control.rows().getLast().entry().actor()).isEqualTo("vera");
    }

    @Test
    void sceneIsHeldForADayAtMost() {
        Map<PointId, Value> values = Map.of(control.fan.id(), new Value.Duty(20));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scene(0, "Long", values, Duration.ofHours(25)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scene(0, "Short", values, Duration.ZERO));
    }

    private Scene evening() {
        return control.scenes.save(
                BEN,
                "desk",
                new Scene(
                        0,
                        "Evening",
                        Map.of(control.fan.id(), new Value.Duty(20), control.relay.id(), new Value.Switched(true)),
                        Duration.ofHours(1)));
    }

    private Asked schedule(int percent) {
        return control.commands.request(
                SCHEDULE, "", new Wish(control.fan.id(), new Value.Duty(percent), Priority.SCHEDULE, null, "", null));
    }
}
