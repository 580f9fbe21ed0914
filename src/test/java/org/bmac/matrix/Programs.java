package org.bmac.matrix;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.building.Dialect;
import org.bmac.firmware.Board;
import org.bmac.firmware.Correction;
import org.bmac.firmware.FirmwareImage;
import org.bmac.firmware.Images;
import org.bmac.firmware.NewImage;
import org.bmac.firmware.Rollouts;
import org.bmac.firmware.TestImages;
import org.bmac.node.Upgrades;
import org.bmac.point.Bytes;
import org.springframework.security.access.AccessDeniedException;

/** What can be done with the programs of nodes. */
final class Programs {
    private final Images images;
    private final Rollouts rollouts;
    private final Upgrades upgrades;
    private final Place place;
    private final FirmwareImage image;
    private int brought;

    Programs(Images images, Rollouts rollouts, Upgrades upgrades, Place place, Actor admin) {
        this.images = images;
        this.rollouts = rollouts;
        this.upgrades = upgrades;
        this.place = place;
        this.image = images.add(admin, "test", fresh());
    }

    private NewImage fresh() {
        String version = place.tag() + "-version=" + brought++ + ".0;";
        return new NewImage("sensor", version, Dialect.FIRMWARE, "", "", TestImages.esp8266(version));
    }

    boolean maySend(Actor by) {
        return upgrades.may(by, place.node());
    }

    boolean orders(Actor by) {
        Bytes sha256 = Bytes.hex(image.sha256());
        URI nowhere = URI.create("https://localhost/");
        return isLetIn(() -> upgrades.order(by, "test", place.node().id(), "Fetch.", 1, sha256, nowhere));
    }

    boolean offers(Actor by) {
        return rollouts.candidates(by, image).stream()
                .anyMatch(node -> node.id().equals(place.node().id()));
    }

    boolean starts(Actor by) {
        return isLetIn(() ->
                rollouts.start(by, "test", image.id(), List.of(place.node().id()), Duration.ofMinutes(5)));
    }

    boolean assigns(Actor by) {
        return isLetIn(() -> images.assign(by, "test", place.node().id(), image.id()));
    }

    boolean lists(Actor by) {
        return isLetIn(() -> images.all(by));
    }

    boolean mayKeep(Actor by) {
        return images.mayKeep(by);
    }

    boolean adds(Actor by) {
        return isLetIn(
                () -> images.remove(by, "test", images.add(by, "test", fresh()).id()));
    }

    boolean removes(Actor by) {
        return isLetIn(() -> images.remove(by, "test", Integer.MAX_VALUE));
    }

    boolean corrects(Actor by) {
        Correction said = new Correction("1", Board.ESP8266, Dialect.FIRMWARE, "");
        return isLetIn(() -> images.correct(by, "test", Integer.MAX_VALUE, said));
    }

    /** What is refused for another reason than the right is let in. */
    private static boolean isLetIn(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (AccessDeniedException _) {
            return false;
        } catch (IllegalArgumentException _) {
            return true;
        }
    }
}
