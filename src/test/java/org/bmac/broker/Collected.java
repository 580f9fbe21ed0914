package org.bmac.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A receiver that keeps what it is given. */
final class Collected implements Receiver {
    private final List<Message> messages = new ArrayList<>();
    private boolean acknowledges;

    Collected(boolean acknowledges) {
        this.acknowledges = acknowledges;
    }

    @Override
    public synchronized void on(Message message, Runnable acknowledgement) {
        messages.add(message);
        if (acknowledges) {
            acknowledgement.run();
        }
    }

    synchronized void acknowledgeFromNowOn() {
        acknowledges = true;
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    synchronized int size() {
        return messages.size();
    }

    List<String> texts() {
        return messages().stream().map(message -> message.payload().text()).toList();
    }

    /** Waits until there are so many. */
    void await(int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> size() >= number);
    }
}
