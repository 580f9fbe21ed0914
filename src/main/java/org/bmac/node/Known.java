package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import org.bmac.building.Building;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** Hands on what a known node said, and remembers when it spoke and on which name it listens. */
final class Known {
    private final Telling telling;
    private final Tally tally;
    private final LastSeen lastSeen;
    private final Addresses addresses;
    private final Gate gate;

    Known(Telling telling, Tally tally, LastSeen lastSeen, Addresses addresses, Gate gate) {
        this.telling = telling;
        this.tally = tally;
        this.lastSeen = lastSeen;
        this.addresses = addresses;
        this.gate = gate;
    }

    /** What follows is of this message. */
    void begins(Heard heard) {
        telling.begins(heard.message().receipt());
    }

    /** Whether it comes from somebody who is blocked, and is dealt with by being counted. */
    boolean refuses(Building building, Heard heard) {
        if (gate.isOpenToAll()) {
            return false;
        }
        return refuses(speaker(building, heard));
    }

    /** Whether this one is blocked; then what it said is counted as dropped. */
    boolean refuses(@Nullable Node from) {
        if (from == null || !gate.blocks(from.id())) {
            return false;
        }
        lastSeen.dropped(from.id());
        return true;
    }

    /** This node, where it is known which, has said something that nobody can read. */
    void spoken(@Nullable Node node) {
        if (node != null) {
            lastSeen.unreadable(node.id());
        }
    }

    /** The node has stamped something with a time that has not come yet. */
    void ahead(Node node, Instant stamped, Instant arrived) {
        lastSeen.ahead(node.id(), Duration.between(arrived, stamped));
    }

    void value(Node node, Point point, Value value, Quality quality, Heard heard) {
        value(node, point, value, quality, heard, heard.message().at());
    }

    /**
     * A value that the broker had kept is of unknown age. It is better than nothing, so it counts as uncertain until the point
     * speaks for itself; after that it would only make an old value look new.
     */
    void value(Node node, Point point, Value value, Quality quality, Heard heard, Instant at) {
        boolean retained = heard.message().retained();
        if (retained && telling.hasSpoken(point.id())) {
            tally.kept++;
            return;
        }
        if (!retained) {
            lastSeen.seen(node.id(), heard.message().at());
        }
        telling.tell(point.id(), value, retained ? Quality.UNCERTAIN : quality, at);
    }

    /** That the broker misses a node is told, and is not the node's word. */
    boolean missing(@Nullable Node node, NodeMessage said, Heard heard) {
        telling.tell(said, node, heard.message().at());
        return true;
    }

    /** Anything but a value; the answer is always true, for "dealt with". */
    boolean word(@Nullable Node node, NodeMessage said, Heard heard) {
        Instant at = heard.message().at();
        if (node != null && !heard.message().retained()) {
            lastSeen.seen(node.id(), at);
        }
        telling.tell(said, node, at);
        return true;
    }

    /** It is counted and kept, and makes no reading; the answer is always true, for "dealt with". */
    boolean unreadable(@Nullable Node node, Fault fault, String detail, Heard heard) {
        tally.unreadable(fault, detail, heard.message());
        spoken(node);
        return word(node, new NodeMessage.Unreadable(fault, detail, null), heard);
    }

    /** Who said it, as far as it says and we know. */
    @Nullable
    Node speaker(Building building, Heard heard) {
        return new Speaker(addresses).of(building, heard);
    }

    /** Modules that start now listen on the name that it has then. */
    void connected(Node node, Instant at) {
        addresses.connected(node, at);
    }

    /** It says which modules run. */
    void runs(@Nullable Node node, int mask, Instant at) {
        if (node != null) {
            addresses.runs(node.id(), mask, at);
        }
    }

    /** The node that calls itself so, as far as we know. */
    @Nullable
    Node calling(Building building, String location) {
        return addresses.calling(building, location);
    }

    /** The node that answers: what it calls itself now, else the name on which it listens, which is remembered. */
    @Nullable
    Node answering(Building building, String address, String location) {
        Node byLocation = calling(building, location);
        Node node = byLocation == null ? building.nodeOfLocation(address) : byLocation;
        if (node != null) {
            addresses.answered(node.id(), address);
        }
        return node;
    }
}
