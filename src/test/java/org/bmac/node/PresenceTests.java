package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bmac.broker.Outgoing;
import org.bmac.building.Node;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.PointsFound;
import org.bmac.point.PointsLost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which node was lost, and what the outputs are that nodes do not report by themselves. */
class PresenceTests {
    private static final String OTHER = "a020a6000002";

    private final Setup setup = new Setup();

    @AfterEach
    void close() {
        setup.close();
    }

    @Test
    void afterAWillTheNodeThatDoesNotAnswerIsTheOneThatIsLost() {
        setup.placed(Setup.UID, "lab-1", Module.CO2);
        setup.placed(OTHER, "lab-2", Module.CO2);
        setup.events.clear();
        will();
        move(1);
        setup.hears("presence/pong", OTHER);
        move(5);
        move(5);
        assertThat(setup.sent("presence/ping")).hasSize(2);
        assertThat(setup.events).singleElement().isInstanceOfSatisfying(PointsLost.class, lost -> assertThat(
                        lost.points())
                .containsExactly(setup.point("lab-1", Kind.CO2, 0).id()));
        setup.hears("cc/config", Setup.UID);
        assertThat(setup.events).last().isInstanceOf(PointsFound.class);
    }

    @Test
    void willsThatKeepComingDoNotPutTheVerdictOff() {
        setup.placed(Setup.UID, "lab-1", Module.CO2);
        setup.placed(OTHER, "lab-2", Module.CO2);
        setup.events.clear();
        for (int second = 0; second < 10; second++) {
            will();
            setup.hears("presence/pong", OTHER);
            move(1);
        }
        assertThat(setup.events).singleElement().isInstanceOfSatisfying(PointsLost.class, lost -> assertThat(
                        lost.points())
                .containsExactly(setup.point("lab-1", Kind.CO2, 0).id()));
        assertThat(setup.sent("presence/ping")).hasSizeBetween(2, 3);
    }

    @Test
    void nodeThatWasHeardDuringACallAndLostThenIsFoundOutByItsOwnWill() {
        setup.placed(Setup.UID, "lab-1", Module.CO2);
        setup.events.clear();
        will();
        move(1);
        setup.hears("presence/pong", Setup.UID);
        pass(2);
        will();
        pass(9);
        assertThat(setup.events).isEmpty();
        assertThat(setup.sent("presence/ping")).hasSize(3);
        pass(1);
        assertThat(setup.events).singleElement().isInstanceOf(PointsLost.class);
    }

    @Test
    void willsOfOneMomentAreOneCall() {
        setup.placed(Setup.UID, "lab-1", Module.CO2);
        setup.events.clear();
        for (int i = 0; i < 1_000; i++) {
            will();
            setup.clock.move(Duration.ofMillis(1));
        }
        move(10);
        move(1);
        move(10);
        assertThat(setup.events).hasSize(1);
        assertThat(setup.sent("presence/ping").size()).isLessThanOrEqualTo(3);
    }

    @Test
    void whoIsLostAndSilentIsNotLostAgainByTheNextWill() {
        setup.placed(Setup.UID, "lab-1", Module.CO2);
        will();
        pass(11);
        setup.events.clear();
        will();
        pass(11);
        assertThat(setup.events).isEmpty();
        setup.hears("cc/config", Setup.UID);
        setup.events.clear();
        move(1);
        will();
        pass(11);
        assertThat(setup.events).singleElement().isInstanceOf(PointsLost.class);
    }

    @Test
    void readingIsAsGoodAsAnAnswer() {
        setup.placed(Setup.UID, "lab-1", Module.CO2);
        setup.events.clear();
        will();
        move(1);
        setup.hears("nsa/co2", "lab-1;500");
        move(10);
        assertThat(setup.events).isEmpty();
    }

    @Test
    void nobodyIsGivenUpWhileTheBrokerIsLost() {
        setup.placed(Setup.UID, "lab-1", Module.CO2);
        setup.events.clear();
        will();
        setup.broker.goDown("cable cut");
        move(11);
        assertThat(setup.events).isEmpty();
    }

    @Test
    void outputsAreAskedForInTurnAndDutiesOnlyOfStartedPins() {
        Node node = setup.placed(Setup.UID, "lab-2", Module.PWM, Module.IO);
        setup.buildings.ensurePoint(node.id(), Kind.RELAY, 1);
        setup.buildings.ensurePoint(node.id(), Kind.FAN, 12);
        setup.buildings.ensurePoint(node.id(), Kind.FAN, 15);
        setup.questions.step();
        assertThat(setup.sent("io/lab-2")).containsExactly("04");
        assertThat(setup.sent("pwm/lab-2")).containsExactly("10");
        setup.hearsHex("pwm/response", "6c61622d323b 0c0d0e"); // pins 12, 13, 14 are started
        assertThat(setup.sent("pwm/lab-2")).containsExactly("10", "080c");
        setup.questions.step();
        assertThat(setup.sent("io/lab-2")).hasSize(1);
        setup.clock.move(Duration.ofSeconds(60));
        setup.lanes.step();
        setup.questions.step();
        assertThat(setup.sent("io/lab-2")).hasSize(2);
    }

    @Test
    void everybodyIsAskedWhenTheLinkComesUp() {
        setup.buildings.addNode(Setup.UID, "lab-1", org.bmac.building.Dialect.BMAC5, 0);
        setup.linkComesUp();
        setup.questions.step();
        setup.questions.step();
        assertThat(setup.sent("presence/tell")).hasSize(1);
        assertThat(setup.sent("bmac5/" + Setup.UID + "/get")).isEqualTo(List.of(""));
    }

    private void will() {
        setup.hears(Outgoing.plain("last/will", Bytes.of(FirmwareCodec.WILL)));
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            move(1);
        }
    }

    private void move(int seconds) {
        setup.clock.move(Duration.ofSeconds(seconds));
        setup.rollCall.step();
    }
}
