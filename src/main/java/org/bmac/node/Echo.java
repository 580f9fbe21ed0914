package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bmac.broker.Broker;
import org.bmac.broker.Link;
import org.bmac.broker.Outgoing;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a node that was told something what it makes of it. May be called on any thread. */
@Component
public class Echo implements NodeListener {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Broker broker;
    private final Post post;
    private final Map<String, CompletableFuture<Sent>> waiting = new ConcurrentHashMap<>();

    Echo(Broker broker, Post post) {
        this.broker = broker;
        this.post = post;
    }

    /**
     * Asks the node what it is now; the question goes out behind what it was told before.
     *
     * @param answer is told in one sentence for people, once, on any thread; also when the node says nothing within five
     *     seconds, or cannot be reached
     * @throws IllegalArgumentException for a source without a UID, which cannot be asked
     */
    public void ask(Node node, Consumer<String> answer) {
        Link link = broker.link();
        if (link.up()) {
            hear(node, said -> answer.accept(words(node, said)));
        } else {
            answer.accept("The broker is lost (" + link.reason() + "); the node is told when it asks again.");
        }
    }

    private static String words(Node node, Sent said) {
        return switch (said) {
            case Sent.Runs(int mask) -> "The node answers that it runs " + Troubles.words(mask) + ".";
            case Sent.Failed(String text) -> "The node cannot do that: " + text;
            case Sent.Has(Map<Integer, Duration> channels) ->
                "The node answers that it has " + channels.size() + " channels.";
            case Sent.Silent(Duration patience) ->
                "No answer from " + node.uid() + " after " + patience.toSeconds()
                        + " s; it is told again when it connects.";
            case Sent.Unsent(String reason) -> "It could not be sent: " + reason + ".";
        };
    }

    /** Whether there is a broker to ask through. */
    boolean isReachable() {
        return broker.link().up();
    }

    /** As {@link #ask}, but the answer is not in words. */
    void hear(Node node, Consumer<Sent> answer) {
        String uid = Tending.uid(node);
        Link link = broker.link();
        if (link.up()) {
            CompletableFuture<Sent> said = waiting.computeIfAbsent(uid, _ -> new CompletableFuture<>());
            said.completeOnTimeout(new Sent.Silent(PATIENCE), PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var _ = said.thenAccept(answer).whenComplete((_, _) -> waiting.remove(uid, said));
            post.send(question(node), lost -> said.complete(new Sent.Unsent(String.valueOf(lost.getMessage()))));
        } else {
            answer.accept(new Sent.Unsent(link.reason()));
        }
    }

    /** Which asks a node what it is now. */
    static Outgoing question(Node node) {
        String uid = Tending.uid(node);
        return node.dialect() == Dialect.FIRMWARE
                ? new Maintenance.ActiveModules().to(uid)
                : new Bmac5Request.Get(null).to(uid);
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        switch (said) {
            case Answered.Modules(String uid, int mask) -> answer(uid, new Sent.Runs(mask));
            case NodeMessage.Distress(String uid, String text) -> answer(uid, new Sent.Failed(text));
            case NodeMessage.Described hello ->
                answer(
                        hello.uid(),
                        new Sent.Has(
                                hello.channels().stream().collect(Collectors.toMap(Channel::number, Channel::period))));
            default -> {}
        }
    }

    private void answer(String uid, Sent sent) {
        CompletableFuture<Sent> asked = waiting.get(uid);
        if (asked != null) {
            asked.complete(sent);
        }
    }
}
