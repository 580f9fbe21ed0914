package org.bmac.node;

import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.jspecify.annotations.Nullable;

/** Finds the node and the point that a message is about, and hands it on. For one thread at a time. */
final class Resolution {
    private final Buildings buildings;
    private final Known known;
    private final Tally tally;
    private final FirmwareAnswers firmware;
    private final Bmac5Reports bmac5;

    Resolution(Buildings buildings, Known known, Tally tally) {
        this.buildings = buildings;
        this.known = known;
        this.tally = tally;
        this.firmware = new FirmwareAnswers(known);
        this.bmac5 = new Bmac5Reports(known);
    }

    /** Deals with it; false when a node or a point has to be made first. */
    boolean take(Heard heard) {
        known.begins(heard);
        Building building = buildings.current();
        return known.refuses(building, heard) || resolved(building, heard);
    }

    private boolean resolved(Building building, Heard heard) {
        return switch (heard.said()) {
            case NodeMessage.Measured measured -> measured(building, measured, heard);
            case NodeMessage.Reported reported -> bmac5.reported(building, reported, heard);
            case NodeMessage.Translated translated -> translated(building, translated, heard);
            case NodeMessage.Hello hello -> hello(building, hello, heard);
            case NodeMessage.Described described -> described(building, described, heard);
            case NodeMessage.Presence presence -> presence(building, presence, heard);
            case NodeMessage.Logged logged -> known.word(building.nodeOfUid(logged.uid()), logged, heard);
            case NodeMessage.Distress distress -> known.word(building.nodeOfUid(distress.uid()), distress, heard);
            case NodeMessage.Co2Event event -> known.word(building.nodeOfLocation(event.location()), event, heard);
            case NodeMessage.LastWill will -> known.word(null, will, heard);
            case NodeMessage.Overheard overheard -> overheard(building, overheard, heard);
            case NodeMessage.Ignored(Why why) -> ignored(why);
            case NodeMessage.Unreadable unreadable -> unreadable(building, unreadable, heard);
            case Answered answered -> answered(building, answered, heard);
        };
    }

    private boolean measured(Building building, NodeMessage.Measured measured, Heard heard) {
        Node node = node(building, measured.source());
        Point point = node == null ? null : building.pointOf(node.id(), measured.kind(), measured.channel());
        if (node == null || point == null) {
            return false;
        }
        known.value(node, point, measured.value(), measured.quality(), heard);
        return true;
    }

    /** Its node and points were made when the device was announced; what belongs to none of them is about nobody. */
    private boolean translated(Building building, NodeMessage.Translated translated, Heard heard) {
        for (NodeMessage.Measured value : translated.values()) {
            if (!known.refuses(node(building, value.source()))) {
                measured(building, value, heard);
            }
        }
        return true;
    }

    private @Nullable Node node(Building building, Source source) {
        return switch (source) {
            case Source.Place(String location) -> known.calling(building, location);
            case Source.Uid(String uid) -> building.nodeOfUid(uid);
        };
    }

    private boolean ofKnown(@Nullable Node node, NodeMessage said, Heard heard) {
        return node != null && known.word(node, said, heard);
    }

    /** Modules start after it, on the location that the node has by then. */
    private boolean hello(Building building, NodeMessage.Hello hello, Heard heard) {
        Node node = building.nodeOfUid(hello.uid());
        if (node != null) {
            known.connected(node, heard.message().at());
        }
        return ofKnown(node, hello, heard);
    }

    private boolean described(Building building, NodeMessage.Described described, Heard heard) {
        Node node = building.nodeOfUid(described.uid());
        return node != null && Announcements.kept(building, node, described) && known.word(node, described, heard);
    }

    /** A node that is gone and that nobody knows is not worth a place among the unplaced. */
    private boolean presence(Building building, NodeMessage.Presence presence, Heard heard) {
        Node node = building.nodeOfUid(presence.uid());
        return presence.sign() == Sign.GONE ? known.missing(node, presence, heard) : ofKnown(node, presence, heard);
    }

    private boolean ignored(Why why) {
        tally.ignored(why);
        return true;
    }

    /** What names its point spoils it, until the point says something better. */
    private boolean unreadable(Building building, NodeMessage.Unreadable unreadable, Heard heard) {
        NodeMessage.Measured spoiled = unreadable.spoiled();
        if (spoiled != null) {
            measured(building, spoiled, heard);
        }
        known.spoken(known.speaker(building, heard));
        return known.unreadable(null, unreadable.fault(), unreadable.detail(), heard);
    }

    private boolean overheard(Building building, NodeMessage.Overheard overheard, Heard heard) {
        Node node = building.nodeOfLocation(overheard.to());
        if (node != null && overheard.request() instanceof PwmRequest request) {
            firmware.asked(node, request, heard);
        }
        return true;
    }

    private boolean modules(@Nullable Node node, Answered.Modules answer, Heard heard) {
        known.runs(node, answer.mask(), heard.message().at());
        return known.word(node, answer, heard);
    }

    private boolean answered(Building building, Answered answered, Heard heard) {
        return switch (answered) {
            case Answered.Pwm answer -> firmware.pwm(building, answer, heard);
            case Answered.Meant answer -> known.word(building.nodeOfLocation(answer.location()), answer, heard);
            case Answered.Io answer -> firmware.io(building, answer, heard);
            case Answered.Switch answer -> firmware.position(building, answer, heard);
            case Answered.Trigger answer ->
                known.word(known.answering(building, answer.address(), answer.location()), answer, heard);
            case Answered.Coffee answer -> known.word(building.nodeOfLocation(answer.location()), answer, heard);
            case Answered.Modules answer -> modules(building.nodeOfUid(answer.uid()), answer, heard);
            case Answered.Version answer -> known.word(building.nodeOfUid(answer.uid()), answer, heard);
            case Answered.Command answer -> bmac5.answered(building, answer, heard);
        };
    }
}
