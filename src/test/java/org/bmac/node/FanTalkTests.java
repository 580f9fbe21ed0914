package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;

/** How a fan is set, where answers do not say what they answer. */
class FanTalkTests {
    private static final Duration LEFT = Duration.ofSeconds(5);
    private final FanTalk talk = new FanTalk(12, 60, List.of(12, 13));

    /** A read-back of pin 13 at 1 % has the bytes of a list of the pins 13 and 1. */
    @Test
    void whatIsKnownToAnswerAnotherQuestionIsNotTakenForTheListOfPins() {
        assertThat(talk.begin(LEFT)).isInstanceOf(Step.Ask.class);

        assertThat(talk.hear(new Answered.Meant("lab-1", new PwmAnswer.Reads(13, 1)), LEFT))
                .isEqualTo(new Step.Listen());
        assertThat(talk.hear(new Answered.Meant("lab-1", new PwmAnswer.Active(List.of(12, 13))), LEFT))
                .isInstanceOfSatisfying(
                        Step.Ask.class, ask -> assertThat(ask.request()).isEqualTo(new PwmRequest.Set(12, 60)));
    }

    @Test
    void whatNobodyKnowsTheMeaningOfIsTakenAsTheAnswer() {
        assertThat(talk.begin(LEFT)).isInstanceOf(Step.Ask.class);

        assertThat(talk.hear(new Answered.Pwm("lab-1", Bytes.of(12, 13)), LEFT))
                .isInstanceOfSatisfying(
                        Step.Ask.class, ask -> assertThat(ask.moves()).isTrue());
    }
}
