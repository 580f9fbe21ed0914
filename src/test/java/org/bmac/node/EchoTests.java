package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.bmac.MovableClock;
import org.bmac.broker.InMemoryBroker;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.TestBuildings;
import org.junit.jupiter.api.Test;

class EchoTests {
    private final MovableClock clock = new MovableClock();
    private final InMemoryBroker broker = new InMemoryBroker(clock);
    private final Queue<Runnable> post = new ArrayDeque<>();
    private final Buildings buildings = TestBuildings.empty(_ -> {});
    private final Post sending = new Post(broker, post::add);
    private final Echo echo = new Echo(broker, sending);
    private final Configuration configuration = new Configuration(sending, buildings, new Addresses());
    private final List<String> answers = new ArrayList<>();

    /** A node that is asked before it was told answers for what it was. */
    @Test
    void theQuestionGoesOutBehindWhatTheNodeWasTold() {
        Node node = configuration.assign(newNode().id(), "lab-1", Set.of(Module.MOTION), null);

        echo.ask(node, answers::add);

        assertThat(broker.published()).isEmpty();
        post.forEach(Runnable::run);
        assertThat(broker.published())
                .extracting(sent -> sent.payload().text())
                .containsExactly("loc;lab-1", "mod;\u0010\0\0\0", "mod_active;");
    }

    @Test
    void whatCannotBeSentIsSaid() {
        Node node = newNode();
        echo.ask(node, answers::add);

        broker.goDown("gone");
        post.forEach(Runnable::run);

        assertThat(answers).singleElement().asString().startsWith("It could not be sent: ");
    }

    @Test
    void theAnswerIsPutInWords() {
        Node node = newNode();
        echo.ask(node, answers::add);

        echo.on(new Answered.Modules(Setup.UID, 0), node, clock.instant());

        assertThat(answers).containsExactly("The node answers that it runs no module.");
    }

    private Node newNode() {
        return buildings.addNode(Setup.UID, Setup.UID, Dialect.FIRMWARE, 0);
    }
}
