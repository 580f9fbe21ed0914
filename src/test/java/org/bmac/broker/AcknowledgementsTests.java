package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgementsTests {
    private static final Instant START = Instant.parse("2026-05-12T08:00:00Z");
    private static final Receiver NOBODY = (_, _) -> {};

    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final List<Integer> told = new ArrayList<>();

    @BeforeEach
    void connect() {
        acknowledgements.connected(false, told::add);
    }

    @Test
    void brokerIsToldInTheOrderOfArrival() {
        Delivery first = arrived(1, "a");
        Delivery second = arrived(2, "b");
        Delivery third = arrived(3, "c");
        second.acknowledgement().run();
        assertThat(told).isEmpty();
        first.acknowledgement().run();
        assertThat(told).containsExactly(1, 2);
        third.acknowledgement().run();
        assertThat(told).containsExactly(1, 2, 3);
    }

    @Test
    void everyReceiverMustAcknowledgeAndNoneCountsTwice() {
        Delivery delivery = delivery(1, "a", START, NOBODY, NOBODY);
        assertThat(acknowledgements.isNew(delivery)).isTrue();
        Runnable one = delivery.acknowledgement();
        one.run();
        one.run();
        assertThat(told).isEmpty();
        delivery.acknowledgement().run();
        assertThat(told).containsExactly(1);
    }

    @Test
    void messageThatStillWaitsHereIsNotTakenTwice() {
        Delivery waiting = arrived(1, "a");
        acknowledgements.lost();
        acknowledgements.connected(true, told::add);
        assertThat(acknowledgements.isNew(delivery(1, "a", START.plusSeconds(3600), NOBODY)))
                .isFalse();
        waiting.acknowledgement().run();
        assertThat(told).containsExactly(1);
    }

    @Test
    void whatWasAcknowledgedWhileTheLinkWasDownIsToldWhenItComesAgain() {
        Delivery delivery = arrived(1, "a");
        delivery.handOver();
        acknowledgements.lost();
        delivery.acknowledgement().run();
        assertThat(told).isEmpty();
        acknowledgements.connected(true, told::add);
        assertThat(acknowledgements.isNew(delivery(1, "a", START.plusSeconds(5), NOBODY)))
                .isFalse();
        assertThat(told).containsExactly(1);
    }

    @Test
    void messageThatItsReceiverForgotIsNew() {
        arrived(1, "a").handOver();
        acknowledgements.lost();
        acknowledgements.connected(true, told::add);
        assertThat(acknowledgements.isNew(delivery(1, "a", START.plusSeconds(11), NOBODY)))
                .isTrue();
    }

    @Test
    void otherMessageUnderTheSameNumberIsNew() {
        arrived(1, "a");
        acknowledgements.lost();
        acknowledgements.connected(true, told::add);
        assertThat(acknowledgements.isNew(delivery(1, "b", START, NOBODY))).isTrue();
    }

    @Test
    void nothingOfAnEarlierSessionCounts() {
        Delivery old = arrived(1, "a");
        acknowledgements.lost();
        acknowledgements.connected(false, told::add);
        assertThat(acknowledgements.isNew(delivery(1, "a", START, NOBODY))).isTrue();
        old.acknowledgement().run();
        assertThat(told).isEmpty();
    }

    private Delivery arrived(int packet, String text) {
        Delivery delivery = delivery(packet, text, START, NOBODY);
        assertThat(acknowledgements.isNew(delivery)).isTrue();
        return delivery;
    }

    private Delivery delivery(int packet, String text, Instant at, Receiver... receivers) {
        Message message = new Message("t", Bytes.of(text), 1, false, false, Properties5.NONE, at);
        return new Delivery(message, List.of(receivers), packet, acknowledgements);
    }
}
