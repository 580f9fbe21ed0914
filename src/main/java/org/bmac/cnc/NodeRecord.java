package org.bmac.cnc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bmac.point.Bytes;

/**
 * A node as the desktop client has it: on the wire u32 length of what follows, {@code NODE}, u8 and UID, u8 and location,
 * f32 x, f32 y, u32 modules, all least significant byte first.
 *
 * @param uid at most 255 bytes
 * @param location at most 255 bytes
 * @param x from the left of the plan in its pixels
 * @param y from the top of the plan in its pixels
 */
public record NodeRecord(String uid, String location, float x, float y, int modules) {
    private static final String SIGNATURE = "NODE";
    private static final int LENGTH = 4;
    private static final int TEXTS = LENGTH + SIGNATURE.length();
    private static final int NUMBERS = 12;
    private static final int LEAST = TEXTS + 2 + NUMBERS;
    private static final String ALL = "NODES";

    /** What came of reading one. */
    public sealed interface Read {
        /**
         * It is a record.
         *
         * @param isLengthRight whether its first four bytes say how long it is; the original never looked at them
         */
        record Good(NodeRecord node, boolean isLengthRight) implements Read {}

        /** It is none. */
        record Bad(Oddity why) implements Read {}
    }

    /** Reads one; total, and reserves nothing by what the bytes claim. */
    public static Read read(Bytes payload) {
        if (payload.length() < LEAST) {
            return new Read.Bad(Oddity.SHORT);
        }
        if (!payload.text(LENGTH, TEXTS).equals(SIGNATURE)) {
            return new Read.Bad(Oddity.SIGNATURE);
        }
        int uidEnd = TEXTS + 1 + payload.at(TEXTS);
        if (uidEnd + 1 + NUMBERS > payload.length()) {
            return new Read.Bad(Oddity.SHORT);
        }
        int locationEnd = uidEnd + 1 + payload.at(uidEnd);
        if (locationEnd + NUMBERS > payload.length()) {
            return new Read.Bad(Oddity.SHORT);
        }
        ByteBuffer all = ByteBuffer.wrap(payload.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        NodeRecord node = new NodeRecord(
                payload.text(TEXTS + 1, uidEnd),
                payload.text(uidEnd + 1, locationEnd),
                all.getFloat(locationEnd),
                all.getFloat(locationEnd + 4),
                all.getInt(locationEnd + 8));
        boolean exact = locationEnd + NUMBERS == payload.length();
        return new Read.Good(node, exact && all.getInt(0) == payload.length() - LENGTH);
    }

    /** As it is on the wire. */
    public Bytes bytes() {
        byte[] id = Bytes.of(uid).toArray();
        byte[] place = Bytes.of(location).toArray();
        if (id.length > 255 || place.length > 255) {
            throw new IllegalArgumentException("a record has room for 255 bytes of UID and of location");
        }
        int length = LEAST + id.length + place.length;
        ByteBuffer all = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        all.putInt(length - LENGTH).put(Bytes.of(SIGNATURE).toArray());
        all.put((byte) id.length).put(id).put((byte) place.length).put(place);
        all.putFloat(x).putFloat(y).putInt(modules);
        return Bytes.wrap(all.array());
    }

    /** All of them in one message: u64 length of what follows, {@code NODES}, u32 number, and the records. */
    public static Bytes all(List<NodeRecord> nodes) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        nodes.forEach(node -> records.writeBytes(node.bytes().toArray()));
        int length = ALL.length() + 4 + records.size();
        ByteBuffer all = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(length).put(Bytes.of(ALL).toArray()).putInt(nodes.size()).put(records.toByteArray());
        return Bytes.wrap(all.array());
    }
}
