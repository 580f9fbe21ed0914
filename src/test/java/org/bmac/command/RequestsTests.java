package org.bmac.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bmac.command.Control.ANNA;
import static org.bmac.command.Control.BEN;
import static org.bmac.command.Control.VERA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bmac.access.AccessChanged;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.UserId;
import org.bmac.audit.Entry;
import org.bmac.audit.Row;
import org.bmac.audit.What;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** What waits for a second person waits on the server, and is carried out when one agrees. */
class RequestsTests {
    private static final Actor ANNAS_PROGRAM = new Actor.Program(new UserId(1), "anna", "script", Role.OPERATOR);
    private static final Actor BENS_PROGRAM = new Actor.Program(new UserId(2), "ben", "script", Role.OPERATOR);
    private static final Value ON = new Value.Switched(true);

    private final Control control = new Control();
    private final Wish on = Wish.override(control.relay.id(), ON).because("test of the alarm");

    @BeforeEach
    void takesTwo() {
        rules(List.of());
    }

    @AfterEach
    void close() {
        control.close();
    }

    private void rules(List<Guard> guards) {
        control.rules.change(BEN, "desk", control.relay.id(), new OutputRules(Confirmation.TWO_PERSONS, guards, null));
    }

    private long ask() {
        return ask(new Deed.Set(List.of(on)));
    }

    private long ask(Deed deed) {
        return control.requests.ask(ANNA, "tablet", deed).ticket().number();
    }

    private Request now(long number) {
        return control.requests.all().stream()
                .filter(request -> request.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private Answer answer(long number) {
        return Objects.requireNonNull(now(number).answer());
    }

    private List<String> audit() {
        return control.rows().stream()
                .map(Row::entry)
                .filter(entry -> entry.what() == What.REQUEST)
                .map(entry -> entry.actor() + " " + entry.outcome() + " " + entry.wanted())
                .toList();
    }

    private boolean isOn() {
        return control.node.output(Kind.RELAY, 5) == 1;
    }

    @Test
    void whatIsAskedIsCarriedOutInTheNameOfTheAskerWhenAnotherOneAgrees() {
        long number = ask();
        assertThat(now(number).isOpen()).isTrue();
        assertThat(isOn()).isFalse();

        control.requests.agree(BEN, "desk", number);

        assertThat(isOn()).isTrue();
        assertThat(answer(number).verdict()).isEqualTo(Answer.Verdict.AGREED);
        assertThat(answer(number).by()).isEqualTo("ben");
        assertThat(answer(number).commands()).singleElement().satisfies(command -> assertThat(command.outcome())
                .contains(new Outcome.Confirmed(ON)));
        assertThat(control.commands.overrides())
                .singleElement()
                .satisfies(held -> assertThat(held.slot().actor()).isEqualTo("anna"));
    }

    @Test
    void theAuditNamesBoth() {
        long number = ask();
        control.requests.agree(BEN, "desk", number);

        assertThat(audit()).containsExactly("anna asked on", "ben agreed on");
        Entry last = control.rows().getLast().entry();
        assertThat(last.actor()).isEqualTo("anna with ben");
        assertThat(last.origin()).isEqualTo("tablet");
        assertThat(last.outcome()).isEqualTo("confirmed");
    }

    @Test
    void bothAreToldWhatCameOfIt() {
        long number = ask();
        control.requests.agree(BEN, "desk", number);

        assertThat(control.events)
                .filteredOn(RequestChanged.class::isInstance)
                .last()
                .satisfies(
                        event -> assertThat(((RequestChanged) event).request()).isEqualTo(now(number)));
        assertThat(control.requests.of(ANNA)).containsExactly(now(number));
        assertThat(control.requests.of(BEN)).containsExactly(now(number));
        assertThat(control.requests.of(VERA)).isEmpty();
    }

    @Test
    void whoDeclinesEndsIt() {
        long number = ask();
        control.requests.decline(BEN, "desk", number);

        assertThat(answer(number).verdict()).isEqualTo(Answer.Verdict.DECLINED);
        assertThat(audit()).containsExactly("anna asked on", "ben declined on");
        assertThatIllegalArgumentException().isThrownBy(() -> control.requests.agree(BEN, "desk", number));
        assertThat(isOn()).isFalse();
    }

    @Test
    void theAskerTakesItBackAndNobodyElseDoes() {
        long number = ask();
        assertThatIllegalArgumentException().isThrownBy(() -> control.requests.withdraw(BEN, "desk", number));

        control.requests.withdraw(ANNA, "phone", number);

        assertThat(answer(number).verdict()).isEqualTo(Answer.Verdict.WITHDRAWN);
        assertThat(audit()).containsExactly("anna asked on", "anna withdrawn on");
        assertThatIllegalArgumentException().isThrownBy(() -> control.requests.agree(BEN, "desk", number));
    }

    @Test
    void nobodyAgreesAfterFiveMinutes() {
        long number = ask();
        assertThat(Duration.between(now(number).since(), now(number).until())).isEqualTo(Duration.ofMinutes(5));
        control.clock.move(Duration.ofMinutes(5));
        assertThatIllegalArgumentException().isThrownBy(() -> control.requests.agree(BEN, "desk", number));

        control.look();

        assertThat(answer(number).verdict()).isEqualTo(Answer.Verdict.EXPIRED);
        assertThat(audit()).containsExactly("anna asked on", "request of anna expired on");
        control.clock.move(Duration.ofMinutes(16));
        control.look();
        assertThat(control.requests.all()).isEmpty();
    }

    @Test
    void theSecondPersonIsAnotherOneWhoMayCommandIt() {
        long number = ask();

        for (Actor no : List.of(ANNA, ANNAS_PROGRAM, BENS_PROGRAM, VERA, Control.SCHEDULE)) {
            assertThatThrownBy(() -> control.requests.agree(no, "desk", number))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> control.requests.decline(no, "desk", number))
                    .isInstanceOf(AccessDeniedException.class);
        }

        assertThat(now(number).isOpen()).isTrue();
    }

    @Test
    void whoseAccountIsNotWhatItWasDoesNotAgree() {
        long number = ask();
        control.stands = actor -> !actor.equals(BEN);
        assertThatThrownBy(() -> control.requests.agree(BEN, "desk", number)).isInstanceOf(AccessDeniedException.class);
        assertThat(now(number).isOpen()).isTrue();
    }

    @Test
    void whatTheAskerMayNotDoAnyMoreIsNotDone() {
        long number = ask();
        control.stands = actor -> !actor.equals(ANNA);

        control.requests.agree(BEN, "desk", number);

        assertThat(answer(number).verdict()).isEqualTo(Answer.Verdict.DROPPED);
        assertThat(answer(number).words()).isEqualTo("anna may not command this any more.");
        assertThat(audit()).containsExactly("anna asked on", "ben agreed on", "request of anna dropped on");
        assertThat(isOn()).isFalse();
    }

    @Test
    void whatWasAskedEndsWhenTheAskersAccessChanges() {
        long number = ask();

        control.requests.on(new AccessChanged(ANNA.user(), BEN, AccessChanged.How.ROLE));

        assertThat(answer(number).verdict()).isEqualTo(Answer.Verdict.DROPPED);
        assertThatIllegalArgumentException().isThrownBy(() -> control.requests.agree(BEN, "desk", number));
    }

    @Test
    void aTicketIsWorthNothingWhenTheOneWhoAgreedHasOtherRights() {
        Tickets.Issued issued = control.requests.ask(ANNA, "script", new Deed.Later(List.of(on), false));
        control.requests.agree(BEN, "desk", issued.ticket().number());

        control.requests.on(new AccessChanged(BEN.user(), BEN, AccessChanged.How.SHUT_OUT));

        assertThat(Control.outcome(control.commands.request(ANNA, "script", on.with(issued.secret())))
                        .code())
                .isEqualTo("refused");
    }

    @Test
    void aGuardThatObjectsByThenIsHeard() {
        long number = ask();
        rules(List.of(new Guard.Limits(0, 0)));

        control.requests.agree(BEN, "desk", number);

        assertThat(answer(number).commands()).singleElement().satisfies(command -> assertThat(
                        command.outcome().orElseThrow().sentence())
                .startsWith("Output limits"));
        assertThat(control.rows().getLast().entry().actor()).isEqualTo("anna");
        assertThat(isOn()).isFalse();
    }

    @Test
    void lettingGoWaitsForASecondPersonToo() {
        control.requests.agree(BEN, "desk", ask());
        long number = ask(
                new Deed.Release(List.of(new Deed.Hold(control.relay.id(), Priority.OPERATOR)), "the test is over"));

        control.requests.agree(BEN, "desk", number);

        assertThat(control.commands.overrides()).isEmpty();
        assertThat(control.rows().getLast().entry().actor()).isEqualTo("anna with ben");
    }

    @Test
    void whoIsToAgreeSeesHowLongAtWhichPriorityAndWhoseOverrideItEnds() {
        control.requests.agree(BEN, "desk", ask());
        Slot held =
                control.commands.stack(control.relay.id()).at(Priority.OPERATOR).orElseThrow();

        Request set = now(ask(new Deed.Set(List.of(on.lasting(null).at(Priority.CRITICAL)))));
        Request release = now(ask(release()));

        assertThat(set.wishes()).singleElement().satisfies(wish -> {
            assertThat(wish.lasting()).isNull();
            assertThat(wish.priority()).isEqualTo(Priority.CRITICAL);
            assertThat(wish.ends()).isNull();
        });
        assertThat(release.wishes()).singleElement().extracting(Wish::ends).isEqualTo(held);
    }

    private Deed release() {
        return new Deed.Release(List.of(new Deed.Hold(control.relay.id(), Priority.OPERATOR)), "the test is over");
    }

    @Test
    void anOverrideThatCameMeanwhileIsNotLetGoOf() {
        control.requests.agree(BEN, "desk", ask());
        long number = ask(release());
        control.clock.move(Duration.ofMinutes(1));
        rulesOff();
        Control.outcome(control.relay(BEN, true));
        rules(List.of());

        control.requests.agree(BEN, "desk", number);

        assertThat(answer(number).commands()).singleElement().satisfies(command -> assertThat(
                        command.outcome().orElseThrow().sentence())
                .isEqualTo("Meanwhile ben's on is held there, which is something else."));
        assertThat(control.commands.overrides())
                .singleElement()
                .satisfies(held -> assertThat(held.slot().actor()).isEqualTo("ben"));
    }

    @Test
    void whatIsNotWrittenDownIsNotAgreedTo() {
        Tickets.Issued issued = control.requests.ask(ANNA, "script", new Deed.Later(List.of(on), false));
        JdbcTemplate database = new JdbcTemplate(control.database);
        database.execute("alter table audit rename to audit_elsewhere");
        assertThatThrownBy(() ->
                        control.requests.agree(BEN, "desk", issued.ticket().number()))
                .isInstanceOf(DataAccessException.class);
        database.execute("alter table audit_elsewhere rename to audit");

        assertThat(now(issued.ticket().number()).isOpen()).isTrue();
        assertThat(Control.outcome(control.commands.request(ANNA, "script", on.with(issued.secret())))
                        .sentence())
                .isEqualTo("A second person has to agree first.");
    }

    @Test
    void whatMovedBeforeAnotherOneFailedIsTold() {
        PointId gone = new PointId(4_711);
        Wish other = Wish.override(control.other.id(), ON);
        long number = ask(new Deed.Set(
                List.of(on, other.because("test"), new Wish(gone, ON, Priority.OPERATOR, Wish.USUAL, "test", null))));

        control.requests.agree(BEN, "desk", number);

        assertThat(answer(number).verdict()).isEqualTo(Answer.Verdict.AGREED);
        assertThat(answer(number).commands())
                .extracting(command -> command.outcome().orElseThrow().code())
                .containsExactly("confirmed", "confirmed", "refused");
        assertThat(answer(number).commands().getLast().outcome().orElseThrow().sentence())
                .isEqualTo("There is no point 4711.");
    }

    @Test
    void aProgramHasTimeAfterALateAgreement() {
        Tickets.Issued issued = control.requests.ask(ANNA, "script", new Deed.Later(List.of(on), false));
        control.clock.move(Duration.ofSeconds(299));
        control.requests.agree(BEN, "desk", issued.ticket().number());
        control.clock.move(Duration.ofSeconds(100));

        assertThat(Control.outcome(control.commands.request(ANNA, "script", on.with(issued.secret())))
                        .code())
                .isEqualTo("confirmed");
    }

    @Test
    void otherTicketsDoNotPushOutWhatWaits() {
        long number = ask();
        control.rules.change(BEN, "desk", control.other.id(), new OutputRules(Confirmation.CONFIRM, List.of(), null));
        for (int i = 0; i < 101; i++) {
            control.tickets.ask(ANNA, List.of(Wish.override(control.other.id(), ON)));
        }

        control.requests.agree(BEN, "desk", number);

        assertThat(isOn()).isTrue();
    }

    @Test
    void withoutItsTicketNothingIsAgreedTo() {
        long number = ask();
        control.tickets.forget(ANNA.user());

        Request answered = control.requests.agree(BEN, "desk", number);

        assertThat(answer(number).verdict()).isEqualTo(Answer.Verdict.DROPPED);
        assertThat(answered).isEqualTo(now(number));
        assertThat(answer(number).words()).isEqualTo("Its confirmation is gone. Ask once more.");
        assertThat(isOn()).isFalse();
    }

    @Test
    void outputsThatAreNotInTheSceneAnyMoreAreNotTriedAgain() {
        Scene scene = control.scenes.save(
                BEN, "desk", new Scene(0, "Evening", Map.of(control.relay.id(), ON), Duration.ofHours(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> control.scenes.retry(BEN, "desk", scene.id(), Set.of(control.other.id()), "", null))
                .withMessage("None of these outputs is in the scene any more.");
        assertThat(control.scenes.lastRun(scene.id())).isEmpty();
    }

    @Test
    void whatIsForgottenIsTold() {
        long number = ask();
        Request declined = control.requests.decline(BEN, "desk", number);
        control.clock.move(Duration.ofMinutes(16));
        control.look();

        assertThat(control.events).contains(new RequestForgotten(declined));
    }

    @Test
    void aFailureOfTheProgramEndsItToo() {
        Scene scene = control.scenes.save(
                BEN, "desk", new Scene(0, "Alarm", Map.of(control.relay.id(), ON), Duration.ofHours(1)));
        long number = ask(
                new Deed.Play(scene.id(), "Alarm", Set.of(), control.scenes.wishes(scene.id(), "test", null), "test"));
        new JdbcTemplate(control.database).execute("alter table scene rename to scene_elsewhere");

        assertThatThrownBy(() -> control.requests.agree(BEN, "desk", number)).isInstanceOf(DataAccessException.class);
        assertThat(answer(number).verdict()).isEqualTo(Answer.Verdict.DROPPED);
        assertThat(answer(number).words()).startsWith("The program failed while it did it");
    }

    @Test
    void aSceneWaitsForASecondPersonAndIsPlayedAsItWasShown() {
        Scene scene = control.scenes.save(
                BEN, "desk", new Scene(0, "Alarm", Map.of(control.relay.id(), ON), Duration.ofHours(1)));
        Deed.Play play =
                new Deed.Play(scene.id(), "Alarm", Set.of(), control.scenes.wishes(scene.id(), "test", null), "test");
        long changed = ask(play);
        control.scenes.save(
                BEN,
                "desk",
                new Scene(
                        scene.id(),
                        "Alarm",
                        Map.of(control.relay.id(), new Value.Switched(false)),
                        Duration.ofHours(1)));
        control.requests.agree(BEN, "desk", changed);
        assertThat(answer(changed).words()).isEqualTo("The scene Alarm was changed meanwhile.");
        control.scenes.save(BEN, "desk", scene);
        long number = ask(play);

        control.requests.agree(BEN, "desk", number);

        assertThat(isOn()).isTrue();
        assertThat(control.scenes.lastRun(scene.id()))
                .get()
                .extracting(Run::done)
                .isEqualTo(1);
    }

    @Test
    void aRetryOfWhatASceneDidNotReachCountsAsItsLastRun() {
        rulesOff();
        Scene scene = control.scenes.save(
                BEN,
                "desk",
                new Scene(0, "Evening", Map.of(control.relay.id(), ON, control.other.id(), ON), Duration.ofHours(1)));
        control.rules.change(
                BEN,
                "desk",
                control.other.id(),
                new OutputRules(Confirmation.NONE, List.of(new Guard.Limits(0, 0)), null));
        control.scenes.play(ANNA, "desk", scene.id(), "", null);
        assertThat(control.scenes.lastRun(scene.id()))
                .get()
                .extracting(Run::failed)
                .isEqualTo(1);
        control.rules.change(BEN, "desk", control.other.id(), OutputRules.NONE);
        control.clock.move(Duration.ofMinutes(1));

        control.scenes.retry(BEN, "desk", scene.id(), Set.of(control.other.id()), "", null);

        assertThat(control.scenes.lastRun(scene.id())).get().satisfies(run -> {
            assertThat(run.done()).isEqualTo(2);
            assertThat(run.outputs()).isEqualTo(2);
            assertThat(run.by()).isEqualTo("ben");
        });
    }

    private void rulesOff() {
        control.rules.change(BEN, "desk", control.relay.id(), OutputRules.NONE);
    }

    @Test
    void nobodyAsksForASecondPersonWithoutEnd() {
        for (int i = 0; i < Requests.MOST_OF_ONE; i++) {
            ask();
        }
        assertThatIllegalArgumentException().isThrownBy(this::ask).withMessageContaining("Withdraw something");
        assertThat(control.requests
                        .ask(BEN, "desk", new Deed.Set(List.of(on)))
                        .ticket()
                        .isReady())
                .isFalse();
    }

    @Test
    void withoutAReasonNothingIsAsked() {
        assertThatThrownBy(() -> ask(new Deed.Set(List.of(on.because("")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(control.requests.all()).isEmpty();
    }
}
