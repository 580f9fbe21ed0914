package org.bmac.node;

import org.bmac.building.Building;
import org.bmac.building.Node;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** Who sent a message, as far as it says and we know. */
final class Speaker {
    private final Addresses addresses;

    Speaker(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The node that said it; null when it does not say who, nobody knows who that is, or it went to nodes. */
    @Nullable
    Node of(Building building, Heard heard) {
        return switch (heard.said()) {
            case NodeMessage.Measured(Source source, var _, var _, var _, var _) -> of(building, source);
            case NodeMessage.Reported reported -> building.nodeOfUid(reported.uid());
            case NodeMessage.Hello(String uid) -> building.nodeOfUid(uid);
            case NodeMessage.Described described -> building.nodeOfUid(described.uid());
            case NodeMessage.Presence(String uid, var _) -> building.nodeOfUid(uid);
            case NodeMessage.Logged(String uid, var _, var _) -> building.nodeOfUid(uid);
            case NodeMessage.Distress(String uid, var _) -> building.nodeOfUid(uid);
            case NodeMessage.Co2Event event -> addresses.calling(building, event.location());
            case NodeMessage.Unreadable unreadable -> of(building, unreadable, heard);
            case Answered answered -> of(building, answered);
            case NodeMessage.Translated _, NodeMessage.LastWill _, NodeMessage.Overheard _, NodeMessage.Ignored _ ->
                null;
        };
    }

    private @Nullable Node of(Building building, Source source) {
        return switch (source) {
            case Source.Place(String location) -> addresses.calling(building, location);
            case Source.Uid(String uid) -> building.nodeOfUid(uid);
        };
    }

    private @Nullable Node of(Building building, Answered answered) {
        return switch (answered) {
            case Answered.Pwm(String location, var _) -> addresses.calling(building, location);
            case Answered.Meant(String location, var _) -> addresses.calling(building, location);
            case Answered.Io(String address, String location, var _) -> of(building, address, location);
            case Answered.Switch(String address, String location, var _) -> of(building, address, location);
            case Answered.Trigger(String address, String location, var _) -> of(building, address, location);
            case Answered.Coffee(String location, var _) -> addresses.calling(building, location);
            case Answered.Modules(String uid, var _) -> building.nodeOfUid(uid);
            case Answered.Version(String uid, var _) -> building.nodeOfUid(uid);
            case Answered.Command command -> building.nodeOfUid(command.uid());
        };
    }

    private @Nullable Node of(Building building, String address, String location) {
        Node byLocation = addresses.calling(building, location);
        return byLocation == null ? addresses.calling(building, address) : byLocation;
    }

    /** By the UID in the topic of the one dialect, or the name in front of the first semicolon of the other. */
    private @Nullable Node of(Building building, NodeMessage.Unreadable unreadable, Heard heard) {
        if (unreadable.spoiled() != null) {
            return of(building, unreadable.spoiled().source());
        }
        String topic = heard.message().topic();
        if (topic.startsWith(Bmac5Request.PREFIX)) {
            int from = Bmac5Request.PREFIX.length();
            int to = topic.indexOf('/', from);
            return to < 0 ? null : building.nodeOfUid(topic.substring(from, to));
        }
        Bytes payload = heard.message().payload();
        int separator = payload.indexOf(';', 0);
        return separator < 1 || separator > Node.LONGEST_LOCATION
                ? null
                : addresses.calling(building, payload.text(0, separator));
    }
}
