package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.broker.Broker;
import org.bmac.broker.Link;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.Placement;
import org.bmac.building.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How all nodes are, for people, as far as each may see. While the broker is lost they stay as they were then. May be called
 * on any thread; costs a few map accesses a node.
 */
@Component
public class Nodes {
    private final Rights rights;
    private final Broker broker;
    private final Presences presences;
    private final Memory memory;
    private final LastSeen lastSeen;
    private final Addresses addresses;
    private final Shuts shuts;
    private final Clock clock;

    Nodes(
            Rights rights,
            Broker broker,
            Presences presences,
            Memory memory,
            LastSeen lastSeen,
            Addresses addresses,
            Shuts shuts,
            Clock clock) {
        this.rights = rights;
        this.broker = broker;
        this.presences = presences;
        this.memory = memory;
        this.lastSeen = lastSeen;
        this.addresses = addresses;
        this.shuts = shuts;
        this.clock = clock;
    }

    /** All that this actor may see. */
    public List<NodeFacts> all(Actor by) {
        Building seen = rights.seen(by);
        return seen.nodes().stream().map(node -> facts(seen, node)).toList();
    }

    /** One node; empty when there is none or this actor may not see it. */
    public Optional<NodeFacts> of(Actor by, NodeId id) {
        Building seen = rights.seen(by);
        return seen.node(id).map(node -> facts(seen, node));
    }

    private NodeFacts facts(Building building, Node node) {
        Optional<Presences.Loss> loss = loss(node);
        Shut shut = shuts.of(node.id()).orElse(null);
        NodeState state = shut != null && shut.how() == Shut.How.BLOCKED
                ? NodeState.BLOCKED
                : loss.isPresent() ? NodeState.OFFLINE : state(building, node);
        String reason = loss.map(Presences.Loss::reason).orElse("nothing was heard of it for too long");
        Told told = memory.of(node.id());
        NodeCounts counts = lastSeen.counts(node.id());
        return new NodeFacts(
                node,
                state,
                memory.lastSeen(node.id()).orElse(null),
                place(building, node),
                told,
                shut,
                counts,
                Troubles.of(node, state, reason, told, counts, addresses.of(node)));
    }

    /** That it was lost and has said nothing since. */
    private Optional<Presences.Loss> loss(Node node) {
        return presences
                .loss(node.id())
                .filter(loss -> !lastSeen.of(node.id()).orElse(Instant.MIN).isAfter(loss.at()));
    }

    private NodeState state(Building building, Node node) {
        Optional<Instant> heard = lastSeen.of(node.id());
        if (heard.isEmpty()) {
            return NodeState.UNHEARD;
        }
        Duration usual = Silence.usual(building, node);
        return usual == null ? NodeState.ONLINE : state(usual, silence(heard.get()));
    }

    private static NodeState state(Duration usual, Duration silence) {
        if (silence.compareTo(Silence.gone(usual)) > 0) {
            return NodeState.OFFLINE;
        }
        return silence.compareTo(Silence.silent(usual)) > 0 ? NodeState.SILENT : NodeState.ONLINE;
    }

    /** Nobody can be heard while the broker is lost. */
    private Duration silence(Instant heard) {
        Link link = broker.link();
        Instant until = link.up() ? clock.instant() : link.since();
        Instant from = link.up() && link.since().isAfter(heard) ? link.since() : heard;
        return Duration.between(from, until);
    }

    private static String place(Building building, Node node) {
        Placement placement = node.placement();
        if (placement == null) {
            return "";
        }
        String floor = building.floor(placement.floor()).map(Floor::name).orElse("");
        return zone(building, placement)
                .map(zone -> floor + " › " + zone.name())
                .orElse(floor);
    }

    private static Optional<Zone> zone(Building building, @Nullable Placement placement) {
        Placement at = Objects.requireNonNull(placement);
        return building.zones().stream()
                .filter(zone -> zone.floor().equals(at.floor()) && zone.contains(at.spot()))
                .findFirst();
    }
}
