package org.bmac.cnc;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bmac.access.Actor;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.bmac.firmware.FirmwareImage;
import org.bmac.firmware.Images;
import org.bmac.firmware.NewImage;
import org.bmac.point.Bytes;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The images as the original clients see them: files in a folder. */
@Component
class CncFirmware {
    private static final String UNKNOWN_VERSION = "unknown";
    private static final String ENDING = ".bin";

    private final Images images;
    private final Buildings buildings;
    private final Account account;

    CncFirmware(Images images, Buildings buildings, Account account) {
        this.images = images;
        this.buildings = buildings;
        this.account = account;
    }

    /** The files with semicolons between them, by their names; nothing where there is none. */
    Bytes list() {
        return Bytes.of(files(acting()).stream()
                .map(image -> FirmwareWish.FOLDER + fileOf(image))
                .distinct()
                .sorted()
                .collect(Collectors.joining(";")));
    }

    /** Says which image the node is to fetch; it does so when it is told to, or asks by itself. */
    void change(FirmwareWish.Change wish, String origin) {
        Actor by = acting();
        FirmwareImage image = files(by).stream()
                .filter(each -> fileOf(each).equals(wish.file()))
                .findFirst()
                .orElseThrow(() -> new CncFloor.Odd(Oddity.FILE, wish.file()));
        Node node = buildings.current().nodeOfUid(wish.uid().toLowerCase(Locale.ROOT));
        if (node == null) {
            throw new CncFloor.Odd(Oddity.UNKNOWN, wish.uid());
        }
        followed(() -> images.assign(by, origin, node.id(), image.id()));
    }

    /** Keeps a new image; that brings it to no node. */
    void upload(FirmwareWish.Upload wish, String origin) {
        Actor by = acting();
        NewImage image =
                new NewImage(wish.file(), UNKNOWN_VERSION, Dialect.FIRMWARE, "From " + origin, "", wish.content());
        followed(() -> images.add(by, origin, image));
    }

    private static void followed(Runnable change) {
        try {
            change.run();
        } catch (AccessDeniedException e) {
            throw new CncFloor.Odd(Oddity.RIGHTS, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new CncFloor.Odd(Oddity.IMAGE, String.valueOf(e.getMessage()));
        }
    }

    /** An image may go to any floor, so it takes an account that is named. */
    private Actor acting() {
        Building building = buildings.current();
        Floor any = building.floors().stream().findFirst().orElseThrow(() -> new CncFloor.Odd(Oddity.FLOOR, ""));
        return account.on(any.id())
                .map(Account.Acting::actor)
                .filter(actor -> !(actor instanceof Actor.Automation))
                .orElseThrow(() -> new CncFloor.Odd(Oddity.RIGHTS, "; name an account with BMAC_CNC_USER"));
    }

    private List<FirmwareImage> files(Actor by) {
        return images.all(by).stream()
                .filter(image -> image.dialect() == Dialect.FIRMWARE)
                .toList();
    }

    /** As it was called when it came this way, whatever was said of it since, else from its name and version. */
    private static String fileOf(FirmwareImage image) {
        boolean isFile = image.version().equals(UNKNOWN_VERSION) || image.name().endsWith(ENDING);
        String name = isFile ? image.name() : image.words() + ENDING;
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return Objects.requireNonNull(plain);
    }
}
