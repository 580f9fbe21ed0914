package org.bmac.cnc;

import java.util.regex.Pattern;
import org.bmac.point.Bytes;

/**
 * What the original clients say on {@code cc/firmware}: {@code list}; {@code change;} with a node and a file, in either order,
 * since the order that was written down is not the one that worked; {@code upload;} with a name and the file itself, which may
 * hold any byte, so only the first two semicolons part. Never throws.
 */
sealed interface FirmwareWish {

    /** Which images are there? */
    record Files() implements FirmwareWish {}

    /** The node is to have this image. */
    record Change(String uid, String file) implements FirmwareWish {}

    /** Here is a new image. */
    record Upload(String file, Bytes content) implements FirmwareWish {}

    /** It cannot be followed. */
    record Bad(Oddity why) implements FirmwareWish {}

    /** In which folder its files were said to be. */
    String FOLDER = "firmware/";

    Pattern UID = Pattern.compile("[0-9a-fA-F]{12}");
    Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    /** As it is meant. */
    static FirmwareWish read(Bytes payload) {
        int first = payload.indexOf(';', 0);
        String word = payload.text(0, first < 0 ? payload.length() : first).strip();
        return switch (word) {
            case "list" -> new Files();
            case "change" -> first < 0 ? new Bad(Oddity.SHORT) : change(payload.text(first + 1, payload.length()));
            case "upload" -> first < 0 ? new Bad(Oddity.SHORT) : upload(payload, first + 1);
            default -> new Bad(Oddity.QUESTION);
        };
    }

    private static FirmwareWish change(String rest) {
        String[] two = rest.split(";", -1);
        if (two.length != 2) {
            return new Bad(Oddity.SHORT);
        }
        String one = two[0].strip();
        String other = two[1].strip();
        boolean isUidFirst = UID.matcher(one).matches();
        String uid = isUidFirst ? one : other;
        String file = file(isUidFirst ? other : one);
        if (!UID.matcher(uid).matches()) {
            return new Bad(Oddity.UID);
        }
        return FILE.matcher(file).matches() ? new Change(uid, file) : new Bad(Oddity.FILE);
    }

    private static FirmwareWish upload(Bytes payload, int from) {
        int second = payload.indexOf(';', from);
        if (second < 0) {
            return new Bad(Oddity.SHORT);
        }
        String file = file(payload.text(from, second).strip());
        return FILE.matcher(file).matches()
                ? new Upload(file, payload.slice(second + 1, payload.length()))
                : new Bad(Oddity.FILE);
    }

    private static String file(String name) {
        return name.startsWith(FOLDER) ? name.substring(FOLDER.length()) : name;
    }
}
