package org.bmac.node;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.bmac.broker.Broker;
import org.bmac.broker.Outgoing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends what this room has to say, in the order in which it was said and on a thread of its own: whoever is being told a
 * message must not call the broker that delivers it. Nothing is kept for later; what cannot be sent is said in the log.
 */
@Component
class Post {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private final Broker broker;
    private final Executor executor;
    private final @Nullable ExecutorService own;

    @Autowired
    Post(Broker broker) {
        this(
                broker,
                Executors.newSingleThreadExecutor(
                        Thread.ofVirtual().name("post").factory()));
    }

    private Post(Broker broker, ExecutorService own) {
        this.broker = broker;
        this.executor = own;
        this.own = own;
    }

    /** For tests that want to say when it is sent. */
    Post(Broker broker, Executor executor) {
        this.broker = broker;
        this.executor = executor;
        this.own = null;
    }

    /** Returns at once, on any thread. */
    void send(Outgoing message) {
        send(message, lost -> LOG.debug("{} was not sent: {}", message.topic(), lost.getMessage()));
    }

    /**
     * Returns at once, on any thread.
     *
     * @param unsent is told, on any thread, why it could not be sent
     */
    void send(Outgoing message, Consumer<Throwable> unsent) {
        executor.execute(() -> broker.publish(message).exceptionally(lost -> {
            unsent.accept(lost);
            return null;
        }));
    }

    /**
     * As {@link #send(Outgoing)}.
     *
     * @param sent is told, on any thread, that the broker has it
     * @param unsent is told, on any thread, why it could not be sent
     */
    void send(Outgoing message, Runnable sent, Consumer<Throwable> unsent) {
        executor.execute(() -> {
            var _ = broker.publish(message).whenComplete((_, lost) -> {
                if (lost == null) {
                    sent.run();
                } else {
                    unsent.accept(lost);
                }
            });
        });
    }

    @PreDestroy
    void close() {
        if (own != null) {
            own.shutdownNow();
        }
    }
}
