package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bmac.building.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits for nodes to answer that they are there. Safe on every thread. */
@Component
class Pings implements NodeListener {
    private final Map<String, CompletableFuture<Instant>> waiting = new ConcurrentHashMap<>();

    /**
     * Completes with the moment in which the node with this UID says anything that it says only when it is asked; with a
     * {@link java.util.concurrent.TimeoutException} when it does not for so long.
     */
    CompletableFuture<Instant> await(String uid, Duration patience) {
        CompletableFuture<Instant> answer = waiting.computeIfAbsent(uid, _ -> new CompletableFuture<>());
        var _ = answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> waiting.remove(uid, answer));
        return answer;
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        switch (said) {
            case Answered.Version(String uid, String _) -> answered(uid, at);
            case NodeMessage.Described described -> answered(described.uid(), at);
            default -> {}
        }
    }

    private void answered(String uid, Instant at) {
        CompletableFuture<Instant> asked = waiting.get(uid);
        if (asked != null) {
            asked.complete(at);
        }
    }
}
