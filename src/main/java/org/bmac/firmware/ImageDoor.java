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

    /** An image for a node. */
    record Handout(NodeId node, FirmwareImage image, Bytes content) {}

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
        return images.wanted(node.id()).flatMap(images::of).flatMap(image -> images.content(image.id())
                .map(content -> new Handout(node.id(), image, content)));
    }

    /** The node has all of it. */
    void given(Handout handout) {
        rollouts.fetched(handout.node(), handout.image().id());
    }
}
