package org.bmac.history;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** What all that is packed has in common: its keys, a head with version and length, and a checksum. */
final class Envelope {
    private static final byte VERSION = 1;
    private static final int LARGEST = 16 << 20;

    private Envelope() {}

    static void keys(ColumnsOut out, List<? extends Row> rows) {
        out.whole(rows.size());
        long before = rows.getFirst().key();
        long step = 0;
        for (Row row : rows.subList(1, rows.size())) {
            out.signed(row.key() - before - step);
            step = row.key() - before;
            before = row.key();
        }
    }

    static long[] keys(ColumnsIn in, long first) {
        long[] keys = new long[in.count()];
        if (keys.length == 0) {
            throw new DamagedChunk("there is nothing in it");
        }
        long end = Key.of(Key.point(first), Key.END - 1);
        long step = 0;
        for (int i = 0; i < keys.length; i++) {
            step = i == 0 ? 0 : step + in.signed();
            keys[i] = i == 0 ? first : keys[i - 1] + step;
            if (i > 0 && (step <= 0 || keys[i] > end || keys[i] < first)) {
                throw new DamagedChunk("its moments are not in order");
            }
        }
        return keys;
    }

    static byte[] close(byte[] columns) {
        ColumnsOut head = new ColumnsOut();
        head.whole(VERSION);
        head.whole(columns.length);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(columns.length / 2 + 64);
        packed.writeBytes(head.toArray());
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(columns);
            deflater.finish();
            byte[] some = new byte[4096];
            while (!deflater.finished()) {
                packed.write(some, 0, deflater.deflate(some));
            }
        }
        return packed.toByteArray();
    }

    static byte[] open(byte[] packed) {
        ColumnsIn head = new ColumnsIn(packed);
        int version = head.upTo(Byte.MAX_VALUE);
        if (version != VERSION) {
            throw new DamagedChunk("it is of a packing " + version + ", which is not known");
        }
        int length = head.upTo(LARGEST);
        byte[] columns = new byte[length + 1];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed, head.read(), packed.length - head.read());
            int size = 0;
            while (!inflater.finished()) {
                int more = inflater.inflate(columns, size, columns.length - size);
                size += more;
                if (more == 0 && !inflater.finished()) {
                    throw new DamagedChunk("it ends too early or is too long");
                }
            }
            if (size != length || inflater.getRemaining() > 0) {
                throw new DamagedChunk("it has another length than it says");
            }
        } catch (DataFormatException e) {
            throw new DamagedChunk("its bytes are not what was written", e);
        }
        return Arrays.copyOf(columns, length);
    }
}
