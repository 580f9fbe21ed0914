package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bmac.MovableClock;
import org.bmac.broker.InMemoryBroker;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.TestBuildings;
import org.junit.jupiter.api.Test;

class LockTests {
    /** The broker in memory delivers under its own lock, so whoever published while holding ours would stop for ever. */
    @Test
    void questionIsNotHeldUpByABrokerThatIsBusyDelivering() throws InterruptedException {
        MovableClock clock = new MovableClock();
        InMemoryBroker broker = new InMemoryBroker(clock);
        Buildings buildings = TestBuildings.empty(_ -> {});
        buildings.addNode(Setup.UID, "lab-1", Dialect.BMAC5, 0);
        Post post = new Post(broker);
        Questions questions = new Questions(
                broker, post, buildings, new Lanes(post, buildings, new Addresses(), clock), new Gate(), clock);
        CountDownLatch delivering = new CountDownLatch(1);
        CountDownLatch mayReturn = new CountDownLatch(1);
        broker.subscribe("nsa/#", (_, _) -> {
            delivering.countDown();
            boolean released = waitFor(mayReturn);
            questions.on(new NodeMessage.Hello(Setup.UID), buildings.current().nodeOfUid(Setup.UID), clock.instant());
            assertThat(released).isTrue();
        });
        Thread delivery = Thread.ofVirtual().start(() -> broker.arrive("nsa/co2", org.bmac.point.Bytes.NONE));
        assertThat(delivering.await(5, TimeUnit.SECONDS)).isTrue();
        Thread asking = Thread.ofVirtual().start(questions::step);
        mayReturn.countDown();
        assertThat(delivery.join(Duration.ofSeconds(10))).isTrue();
        assertThat(asking.join(Duration.ofSeconds(10))).isTrue();
        clock.move(Duration.ofSeconds(3));
        questions.step();
        await().until(() -> !broker.published().isEmpty());
        post.close();
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
