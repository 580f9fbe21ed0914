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
    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();

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
        String uid = node.uid();
        if (uid == null) {
            throw new IllegalArgumentException("a source without a UID cannot be asked anything");
        }
        Link link = broker.link();
        if (link.up()) {
            CompletableFuture<String> said = waiting.computeIfAbsent(uid, _ -> new CompletableFuture<>());
            said.completeOnTimeout(silence(uid), PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var _ = said.thenAccept(answer).whenComplete((_, _) -> waiting.remove(uid, said));
            post.send(question(node, uid), lost -> said.complete("It could not be sent: " + lost.getMessage() + "."));
        } else {
            answer.accept("The broker is lost (" + link.reason() + "); the node is told when it asks again.");
        }
    }

    private static String silence(String uid) {
        return "No answer from " + uid + " after " + PATIENCE.toSeconds() + " s; it is told again when it connects.";
    }

    private static Outgoing question(Node node, String uid) {
        return node.dialect() == Dialect.FIRMWARE
                ? new Maintenance.ActiveModules().to(uid)
                : new Bmac5Request.Get(null).to(uid);
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        switch (said) {
            case Answered.Modules(String uid, int mask) ->
                answer(uid, "The node answers that it runs " + words(mask) + ".");
            case NodeMessage.Distress(String uid, String text) -> answer(uid, "The node cannot do that: " + text);
            case NodeMessage.Described hello ->
                answer(
                        hello.uid(),
                        "The node answers that it has " + hello.channels().size() + " channels.");
            default -> {}
        }
    }

    private void answer(String uid, String sentence) {
        CompletableFuture<String> asked = waiting.get(uid);
        if (asked != null) {
            asked.complete(sentence);
        }
    }

    private static String words(int mask) {
        return mask == 0
                ? "no module"
                : Module.of(mask).stream().map(Module::label).collect(Collectors.joining("; "));
    }
}
