package org.bmac.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bmac.MovableClock;

class InMemoryBrokerTests extends BrokerContract {
    @Override
    World open() {
        return new InMemoryWorld();
    }

    private static final class InMemoryWorld implements World {
        private final MovableClock clock = new MovableClock();
        private final List<Link> links = new ArrayList<>();
        private final InMemoryBroker broker = new InMemoryBroker(clock, links::add);

        @Override
        public Broker broker() {
            return broker;
        }

        @Override
        public MovableClock clock() {
            return clock;
        }

        @Override
        public void arrive(Outgoing message) {
            broker.arrive(message);
        }

        @Override
        public void cut() {
            broker.goDown("the test broke it");
        }

        @Override
        public void mend() {
            broker.comeUp();
        }

        @Override
        public void pass(Duration time) {
            clock.move(time);
        }

        @Override
        public List<Link> links() {
            return links;
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
