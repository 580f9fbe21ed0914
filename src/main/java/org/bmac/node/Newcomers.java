package org.bmac.node;

import java.util.List;
import java.util.function.Supplier;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes unplaced nodes and points of what unknown sources say. */
final class Newcomers {
    /** So many points an unplaced source may have; a placed one has as many as it says. */
    static final int MOST_POINTS = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Newcomers.class);

    private final Buildings buildings;
    private final int mostUnplaced;

    Newcomers(Buildings buildings, int mostUnplaced) {
        this.buildings = buildings;
        this.mostUnplaced = mostUnplaced;
    }

    /** Whether as many sources wait for a place as may. */
    boolean full(Building building) {
        int unplaced = 0;
        for (Node node : building.nodes()) {
            if (!node.placed()) {
                unplaced++;
            }
        }
        return unplaced >= mostUnplaced;
    }

    /** Whether a node may have the points that it takes to deal with this. */
    static boolean hasRoom(Building building, Node node, NodeMessage said) {
        return node.placed() || building.pointsOf(node.id()).size() + missing(building, node, said) <= MOST_POINTS;
    }

    private static long missing(Building building, Node node, NodeMessage said) {
        return switch (said) {
            case NodeMessage.Described described -> Announcements.missing(building, node, described);
            case NodeMessage.Measured _, Answered.Switch _ -> 1;
            default -> 0;
        };
    }

    /** Makes what these messages need, in one transaction. */
    void admit(List<NodeMessage> messages) {
        buildings.changeTogether(() -> messages.forEach(this::admit));
    }

    private void admit(NodeMessage said) {
        try {
            switch (said) {
                case NodeMessage.Measured(Source source, Kind kind, int channel, Value _, Quality _) ->
                    point(node(source), kind, channel, said);
                case Answered.Switch answer -> point(ofLocation(answer.location()), Kind.CHANGEOVER, 0, said);
                case NodeMessage.Hello hello -> ofUid(hello.uid(), Dialect.FIRMWARE);
                case NodeMessage.Presence presence -> ofUid(presence.uid(), dialect(presence.sign()));
                case NodeMessage.Reported reported -> ofUid(reported.uid(), Dialect.BMAC5);
                case Answered.Command answer -> ofUid(answer.uid(), Dialect.BMAC5);
                case NodeMessage.Described described -> described(described);
                default -> throw new IllegalArgumentException("nothing is made of " + said);
            }
        } catch (IllegalArgumentException e) {
            LOG.info("not taken in: {}", e.getMessage());
        }
    }

    private void described(NodeMessage.Described described) {
        Node node = ofUid(described.uid(), Dialect.BMAC5);
        if (node != null && hasRoom(buildings.current(), node, described)) {
            Announcements.keep(buildings, node, described);
        }
    }

    private void point(@Nullable Node node, Kind kind, int channel, NodeMessage said) {
        Building building = buildings.current();
        if (node != null && building.pointOf(node.id(), kind, channel) == null && hasRoom(building, node, said)) {
            buildings.ensurePoint(node.id(), kind, channel);
        }
    }

    private @Nullable Node node(Source source) {
        return switch (source) {
            case Source.Place(String location) -> ofLocation(location);
            case Source.Uid(String uid) -> ofUid(uid, Dialect.FIRMWARE);
        };
    }

    /** A node that has not been given a location calls itself by its UID, which is the better thing to know of it. */
    private @Nullable Node ofLocation(String location) {
        Node known = buildings.current().nodeOfLocation(location);
        if (known != null) {
            return known.dialect().ours() ? known : null;
        }
        Bytes bytes = Bytes.of(location);
        return Wire.uid(bytes, bytes.length())
                ? ofUid(location, Dialect.FIRMWARE)
                : made(() -> buildings.addNode(null, location, Dialect.FIRMWARE, 0));
    }

    private @Nullable Node ofUid(String uid, Dialect dialect) {
        Node known = buildings.current().nodeOfUid(uid);
        return known != null ? known : made(() -> buildings.addNode(uid, uid, dialect, 0));
    }

    private @Nullable Node made(Supplier<Node> maker) {
        return full(buildings.current()) ? null : maker.get();
    }

    private static Dialect dialect(Sign sign) {
        return switch (sign) {
            case TOLD, PONG -> Dialect.FIRMWARE;
            case ALIVE, GONE -> Dialect.BMAC5;
        };
    }
}
