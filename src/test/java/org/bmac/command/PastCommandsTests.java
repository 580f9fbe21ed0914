package org.bmac.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bmac.command.Control.ANNA;
import static org.bmac.command.Control.BEN;
import static org.bmac.command.Control.VERA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was asked of an output and who held it, told later. */
class PastCommandsTests {
    private final Control control = new Control();
    private final Instant start = control.clock.instant();
    private final PointId fan = control.fan.id();

    @AfterEach
    void close() {
        control.close();
    }

    @Test
    void whatWasAskedIsToldInItsOrderWithinItsTime() {
        control.fan(ANNA, 30);
        control.pass(Duration.ofMinutes(1));
        control.fan(BEN, 60);
        control.relay(BEN, true);
        control.pass(Duration.ofMinutes(1));

        assertThat(asked(start, now())).extracting(Command::inWords).containsExactly("anna: 30 %", "ben: 60 %");
        assertThat(asked(start.plusSeconds(30), now()))
                .extracting(Command::inWords)
                .containsExactly("ben: 60 %");
        assertThat(asked(start, start.plusSeconds(30)))
                .extracting(Command::inWords)
                .containsExactly("anna: 30 %");
    }

    @Test
    void whatCameOfItIsSaidWhereItIsNotWhatWasWanted() {
        control.node.lose(_ -> true);
        control.fan(ANNA, 60);
        control.pass(Duration.ofSeconds(6));
        control.fan(VERA, 10);

        assertThat(asked(start, now()))
                .extracting(Command::inWords)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("anna: 60 % – no answer"),
                        second -> assertThat(second).startsWith("vera: 10 % – refused: "));
        assertThat(asked(start, now())).extracting(Command::counts).containsExactly(true, false);
    }

    @Test
    void anOverrideLastsUntilItIsReplacedReleasedOrOver() {
        control.commands.request(
                ANNA, "desk", Wish.override(fan, new Value.Duty(30)).because("it is cold"));
        control.pass(Duration.ofMinutes(10));
        Instant replaced = now();
        control.fan(BEN, 60);
        control.pass(Duration.ofMinutes(10));
        Instant released = now();
        control.commands.release(BEN, "desk", fan, Priority.OPERATOR, "");
        control.pass(Duration.ofMinutes(1));
        Instant last = now();
        control.commands.request(
                ANNA, "desk", Wish.override(fan, new Value.Duty(5)).lasting(Duration.ofMinutes(30)));
        control.jump(Duration.ofHours(1));

        assertThat(overrides(start, now()))
                .containsExactly(
                        new Tenure(new Value.Duty(30), "anna", Priority.OPERATOR, "it is cold", start, replaced),
                        new Tenure(new Value.Duty(60), "ben", Priority.OPERATOR, "", replaced, released),
                        new Tenure(
                                new Value.Duty(5),
                                "anna",
                                Priority.OPERATOR,
                                "",
                                last,
                                last.plus(Duration.ofMinutes(30))));
        assertThat(overrides(start, now()).getFirst().inWords()).isEqualTo("30 % held by anna: it is cold");
    }

    @Test
    void anOverrideThatBeganBeforeIsToldWhereItStillHeld() {
        control.fan(ANNA, 30);
        control.pass(Duration.ofMinutes(1));

        assertThat(overrides(now().minusSeconds(1), now())).hasSize(1);
        assertThat(overrides(start.plus(Duration.ofHours(2)), start.plus(Duration.ofHours(3))))
                .isEmpty();
    }

    @Test
    void whatWasRefusedHoldsNothing() {
        control.fan(VERA, 10);

        assertThat(overrides(start, now().plusMillis(1))).isEmpty();
    }

    @Test
    void aReleaseCountsAlsoWhereWhatComesNextHasToWait() {
        control.fan(ANNA, 30);
        control.commands.request(
                Control.SCHEDULE,
                "plan",
                Wish.override(fan, new Value.Duty(10)).at(Priority.SCHEDULE).lasting(null));
        control.broker.goDown("cable cut");
        control.clock.move(Duration.ofMinutes(1));
        Instant released = now();
        control.commands.release(ANNA, "desk", fan, Priority.OPERATOR, "");

        assertThat(overrides(start, now().plusMillis(1))).singleElement().satisfies(tenure -> assertThat(tenure.to())
                .isEqualTo(released));
    }

    private Instant now() {
        return control.clock.instant();
    }

    private List<Command> asked(Instant from, Instant to) {
        return control.past.asked(ANNA, fan, from, to.plusMillis(1));
    }

    private List<Tenure> overrides(Instant from, Instant to) {
        return control.past.overrides(ANNA, fan, from, to);
    }
}
