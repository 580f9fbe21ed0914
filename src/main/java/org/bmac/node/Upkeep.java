package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bmac.access.Actor;
import org.bmac.broker.Broker;
import org.bmac.broker.Link;
import org.bmac.broker.Outgoing;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * What people send to single nodes besides commands to their outputs. It takes the right to configure at the node's place,
 * and is written in the audit before it goes out. Every method may be called on any thread and returns at once; it throws
 * {@link AccessDeniedException} without that right and {@link IllegalArgumentException} with a sentence when it makes no
 * sense for this node.
 */
@Component
public class Upkeep {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Tending tending;
    private final Post post;
    private final Pings pings;
    private final Broker broker;
    private final Clock clock;

    Upkeep(Tending tending, Post post, Pings pings, Broker broker, Clock clock) {
        this.tending = tending;
        this.post = post;
        this.pings = pings;
        this.broker = broker;
        this.clock = clock;
    }

    /** Whether this actor may look after the node. */
    public boolean may(Actor by, Node node) {
        return tending.may(by, node);
    }

    /** Has a firmware node restart; BMaC 5 knows no such request. */
    public void restart(Actor by, String origin, NodeId id) {
        Node node = tending.node(by, id);
        if (node.dialect() == Dialect.BMAC5) {
            throw new IllegalArgumentException("BMaC 5 nodes cannot be told to restart.");
        }
        String uid = Tending.uid(node);
        send(by, origin, node, "Restart.", List.of(new Broadcast.Restart(uid).to(uid)));
    }

    /** Has a node say what it is and does: its version and modules, or its channels and all their values. */
    public void report(Actor by, String origin, NodeId id) {
        Node node = tending.node(by, id);
        String uid = Tending.uid(node);
        List<Outgoing> questions = node.dialect() == Dialect.BMAC5
                ? List.of(new Bmac5Request.Get(null).to(uid))
                : List.of(new Maintenance.Version().to(uid), new Maintenance.ActiveModules().to(uid));
        send(by, origin, node, "Report.", questions);
    }

    /**
     * Asks a node whether it is there. The firmware's own ping is heard and answered by all nodes, so one is asked for its
     * version instead, which is answered by that one alone.
     *
     * @param answer is told in one sentence for people, once, on any thread: after how long it answered, or that it did not
     */
    public void ping(Actor by, String origin, NodeId id, Consumer<String> answer) {
        Node node = tending.node(by, id);
        String uid = Tending.uid(node);
        Link link = broker.link();
        if (!link.up()) {
            answer.accept("The broker is lost: " + link.reason() + ".");
            return;
        }
        Outgoing question = node.dialect() == Dialect.BMAC5
                ? new Bmac5Request.Get(null).to(uid)
                : new Maintenance.Version().to(uid);
        tending.note(by, origin, node, "Ping.", List.of(question));
        CompletableFuture<Instant> heard = pings.await(uid, PATIENCE);
        Instant asked = clock.instant();
        var _ = heard.handle((at, late) -> late == null
                        ? "Answered after "
                                + Math.max(0, Duration.between(asked, at).toMillis()) + " ms."
                        : "No answer after " + PATIENCE.toSeconds() + " s.")
                .thenAccept(answer);
        post.send(question);
    }

    private void send(Actor by, String origin, Node node, String words, List<Outgoing> messages) {
        if (!broker.link().up()) {
            throw new IllegalArgumentException(
                    "The broker is lost: " + broker.link().reason() + ".");
        }
        tending.note(by, origin, node, words, messages);
        messages.forEach(post::send);
    }
}
