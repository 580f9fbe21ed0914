package org.bmac.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bmac.command.Control.ANNA;
import static org.bmac.command.Control.BEN;
import static org.bmac.command.Control.SCHEDULE;
import static org.bmac.command.Control.outcome;

import java.time.Duration;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** What has to be confirmed is confirmed, whatever a dialog says. */
class TicketsTests {
    private final Control control = new Control();
    private final Wish on = Wish.override(control.relay.id(), new Value.Switched(true));

    @AfterEach
    void close() {
        control.close();
    }

    private void level(Confirmation level) {
        control.rules.change(BEN, "desk", control.relay.id(), new OutputRules(level, List.of(), null));
    }

    private String ask(Actor actor, Wish wish) {
        return control.tickets.ask(actor, List.of(wish)).secret();
    }

    private String code(Actor actor, Wish wish) {
        return outcome(control.commands.request(actor, "desk", wish)).code();
    }

    @Test
    void withoutATicketItIsRefused() {
        level(Confirmation.CONFIRM);
        assertThat(code(ANNA, on)).isEqualTo("refused");
        assertThat(code(ANNA, on.with("00"))).isEqualTo("refused");
        assertThat(code(ANNA, on.with(ask(ANNA, on)))).isEqualTo("confirmed");
    }

    @Test
    void ticketIsGoodOnceForItsActorItsPointAndItsValueAndNotForLong() {
        level(Confirmation.CONFIRM);
        String secret = ask(ANNA, on);
        assertThat(code(BEN, on.with(secret))).isEqualTo("refused");
        assertThat(code(
                        ANNA,
                        Wish.override(control.relay.id(), new Value.Switched(false))
                                .with(secret)))
                .isEqualTo("refused");
        assertThat(code(ANNA, on.with(secret))).isEqualTo("confirmed");
        assertThat(code(ANNA, on.with(secret))).isEqualTo("refused");
        String late = ask(ANNA, on);
        control.clock.move(Duration.ofMinutes(3));
        assertThat(code(ANNA, on.with(late))).isEqualTo("refused");
    }

    @Test
    void reasonIsAskedForWhereItIsNeeded() {
        level(Confirmation.REASON);
        assertThatIllegalArgumentException().isThrownBy(() -> ask(ANNA, on));
        Wish why = on.because("cleaning");
        assertThat(code(ANNA, on.with(ask(ANNA, why)))).isEqualTo("refused");
        assertThat(code(ANNA, why.with(ask(ANNA, why)))).isEqualTo("confirmed");
    }

    @Test
    void twoPersonsAreTwo() {
        level(Confirmation.TWO_PERSONS);
        Wish why = on.because("test of the alarm");
        Tickets.Issued issued = control.requests.ask(ANNA, "desk", new Deed.Later(List.of(why), false));
        assertThat(code(ANNA, why.with(issued.secret()))).isEqualTo("refused");
        control.requests.agree(BEN, "desk", issued.ticket().number());
        assertThat(code(ANNA, why.with(issued.secret()))).isEqualTo("confirmed");
        assertThat(control.rows().getLast().entry().actor()).isEqualTo("anna with ben");
    }

    @Test
    void nobodyPushesOutTheTicketsOfOthers() {
        level(Confirmation.CONFIRM);
        String bens = ask(BEN, on);
        String first = ask(ANNA, on);
        for (int i = 0; i < 100; i++) {
            ask(ANNA, on);
        }
        assertThat(code(ANNA, on.with(first))).isEqualTo("refused");
        assertThat(code(BEN, on.with(bens))).isEqualTo("confirmed");
    }

    @Test
    void ticketIsGoodForThatTimeThatPriorityAndThatReasonOnly() {
        level(Confirmation.REASON);
        Wish why = on.because("cleaning");
        String secret = ask(BEN, why);
        assertThat(code(BEN, why.lasting(null).with(secret))).isEqualTo("refused");
        assertThat(code(BEN, why.at(Priority.CRITICAL).with(secret))).isEqualTo("refused");
        assertThat(code(BEN, why.because("for fun").with(secret))).isEqualTo("refused");
        assertThat(code(BEN, why.with(secret))).isEqualTo("confirmed");
    }

    @Test
    void twoEngineersDoNotOverwriteOneAnother() {
        OutputRules seen = control.rules.of(control.relay.id());
        OutputRules mine = new OutputRules(Confirmation.REASON, List.of(), null);
        OutputRules theirs = new OutputRules(Confirmation.CONFIRM, List.of(), null);
        control.rules.change(BEN, "desk", control.relay.id(), seen, theirs);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control.rules.change(BEN, "desk", control.relay.id(), seen, mine))
                .withMessageContaining("meanwhile");
        assertThat(control.rules.of(control.relay.id())).isEqualTo(theirs);
    }

    @Test
    void stricterLevelMakesAnOldTicketWorthless() {
        level(Confirmation.CONFIRM);
        Wish why = on.because("cleaning");
        String secret = ask(ANNA, why);
        level(Confirmation.TWO_PERSONS);
        assertThat(code(ANNA, why.with(secret))).isEqualTo("refused");
    }

    @Test
    void scheduleWasConfirmedWhenItWasMade() {
        level(Confirmation.TWO_PERSONS);
        assertThat(code(SCHEDULE, on.at(Priority.SCHEDULE))).isEqualTo("confirmed");
    }

    @Test
    void onlyEngineersSetLevels() {
        assertThatThrownBy(() -> control.rules.change(ANNA, "desk", control.relay.id(), OutputRules.NONE))
                .isInstanceOf(AccessDeniedException.class);
    }

    private Asked release(Actor actor, @Nullable String ticket) {
        return control.commands.release(actor, "desk", control.relay.id(), Priority.OPERATOR, "done", ticket);
    }

    private Wish meaning() {
        return control.commands
                .meaning(control.relay.id(), Priority.OPERATOR, "done")
                .orElseThrow();
    }

    @Test
    void lettingGoOfWhatRulesTakesTheReasonAndTheTicketThatACommandTakes() {
        control.relay(ANNA, true);
        level(Confirmation.REASON);
        assertThat(outcome(control.commands.release(ANNA, "desk", control.relay.id(), Priority.OPERATOR, ""))
                        .sentence())
                .isEqualTo("This needs a reason.");
        assertThat(outcome(release(ANNA, null)).sentence()).isEqualTo("This has to be confirmed first.");
        assertThat(control.commands.overrides()).hasSize(1);
        String ticket = ask(ANNA, meaning());
        assertThat(outcome(release(BEN, ticket)).sentence()).isEqualTo("What was confirmed is something else.");
        assertThat(outcome(release(ANNA, ticket)).code()).isEqualTo("confirmed");
        assertThat(control.commands.overrides()).isEmpty();
    }

    @Test
    void lettingGoTakesTwoPersonsWhereCommandsDoAndBothStandInTheAudit() {
        control.relay(ANNA, true);
        level(Confirmation.TWO_PERSONS);
        Tickets.Issued issued = control.requests.ask(ANNA, "desk", new Deed.Later(List.of(meaning()), true));
        assertThat(outcome(release(ANNA, issued.secret())).sentence()).isEqualTo("A second person has to agree first.");
        control.requests.agree(BEN, "desk", issued.ticket().number());
        assertThat(outcome(release(ANNA, issued.secret())).code()).isEqualTo("confirmed");
        assertThat(control.rows().getLast().entry().actor()).isEqualTo("anna with ben");
    }

    @Test
    void whatComesNextIsWhatWasConfirmed() {
        control.relay(ANNA, true);
        level(Confirmation.REASON);
        String ticket = ask(ANNA, meaning());
        control.commands.request(
                SCHEDULE,
                "",
                new Wish(control.relay.id(), new Value.Switched(false), Priority.SCHEDULE, null, "", null));
        assertThat(outcome(release(ANNA, ticket)).sentence()).isEqualTo("What was confirmed is something else.");
        assertThat(outcome(release(ANNA, ask(ANNA, meaning()))).code()).isEqualTo("confirmed");
    }

    @Test
    void aTicketToReleaseDoesNotSetAndTheOtherWayRound() {
        control.relay(ANNA, true);
        level(Confirmation.REASON);
        Wish lasting = meaning().lasting(null);
        Wish same = new Wish(lasting.point(), lasting.value(), lasting.priority(), null, "done", null);
        String toRelease = ask(BEN, meaning());
        String toSet = ask(BEN, same);

        assertThat(outcome(control.commands.request(BEN, "desk", same.with(toRelease)))
                        .sentence())
                .isEqualTo("What was confirmed is something else.");
        assertThat(outcome(release(BEN, toSet)).sentence()).isEqualTo("What was confirmed is something else.");
        assertThat(outcome(release(BEN, toRelease)).code()).isEqualTo("confirmed");
    }

    @Test
    void aTicketToReleaseIsGoodForThatOverrideOnly() {
        control.relay(ANNA, true);
        level(Confirmation.REASON);
        String ticket = ask(ANNA, meaning());
        level(Confirmation.NONE);
        control.clock.move(Duration.ofSeconds(10));
        control.relay(BEN, true);
        level(Confirmation.REASON);

        assertThat(outcome(release(ANNA, ticket)).sentence()).isEqualTo("What was confirmed is something else.");
    }

    @Test
    void whoAsksToEndSomethingByAWishLetsGoOfIt() {
        control.relay(ANNA, true);

        Asked asked = control.commands.request(ANNA, "desk", meaning());

        assertThat(asked.command().purpose()).isEqualTo(Purpose.RELEASE);
        assertThat(control.commands.overrides()).isEmpty();
    }

    @Test
    void whatDoesNotRuleIsLetGoOfWithoutATicketAndSoIsASimpleConfirmation() {
        control.relay(ANNA, true);
        control.commands.request(
                BEN,
                "desk",
                Wish.override(control.relay.id(), new Value.Switched(false)).at(Priority.CRITICAL));
        level(Confirmation.TWO_PERSONS);
        assertThat(outcome(release(ANNA, null)).code()).isEqualTo("confirmed");
        level(Confirmation.CONFIRM);
        assertThat(outcome(control.commands.release(BEN, "desk", control.relay.id(), Priority.CRITICAL, ""))
                        .code())
                .isEqualTo("confirmed");
    }
}
