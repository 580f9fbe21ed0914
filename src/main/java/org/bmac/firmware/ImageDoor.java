package org.bmac.firmware;

import java.util.Locale;
import java.util.Optional;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.point.Bytes;
import org.springframework.stereotype.Component;

/** Which image a node is given: the one that it is to have, and none while it is to have none. Safe on every thread. */
@Component
class ImageDoor {
    private final ImageRows images;
    private final Rollouts rollouts;
    private final Buildings buildings;

    /** An image for a node; its bytes are looked up only when they are to go out. */
    record Handout(NodeId node, FirmwareImage image) {}

    ImageDoor(ImageRows images, Rollouts rollouts, Buildings buildings) {
        this.images = images;
        this.rollouts = rollouts;
        this.buildings = buildings;
    }

    /** For the node with this UID, in either case. */
    Optional<Handout> of(String uid) {
        Node node = buildings.current().nodeOfUid(uid.toLowerCase(Locale.ROOT));
        if (node == null) {
            return Optional.empty();
        }
        return images.wanted(node.id()).flatMap(images::of).map(image -> new Handout(node.id(), image));
    }

    /** Its bytes; nothing when it was removed meanwhile. */
    Optional<Bytes> content(Handout handout) {
        return images.content(handout.image().id());
    }

    /** The node has all of it. */
    void given(Handout handout) {
        rollouts.fetched(handout.node(), handout.image().id());
    }
}
