package org.bmac.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bmac.point.Quality;

/** Packs readings: moments as differences of differences, qualities as runs, numbers as decimals where they are. */
final class PackedReadings implements Packing<Rows.Raw> {
    @Override
    public byte[] pack(List<Rows.Raw> rows) {
        ColumnsOut out = new ColumnsOut();
        Envelope.keys(out, rows);
        for (int i = 0, end; i < rows.size(); i = end) {
            Quality quality = rows.get(i).quality();
            end = i + 1;
            while (end < rows.size() && rows.get(end).quality() == quality) {
                end++;
            }
            out.whole(Rows.code(quality));
            out.whole(end - i);
        }
        out.doubles(rows.stream().mapToDouble(Rows.Raw::number).toArray());
        return Envelope.close(out.toArray());
    }

    @Override
    public List<Rows.Raw> unpack(long first, byte[] packed) {
        ColumnsIn in = new ColumnsIn(Envelope.open(packed));
        long[] keys = Envelope.keys(in, first);
        Quality[] qualities = new Quality[keys.length];
        for (int i = 0; i < keys.length; ) {
            Quality quality = Rows.quality(in.upTo(Rows.BAD));
            int end = i + in.upTo(keys.length - i);
            if (end == i) {
                throw new DamagedChunk("a run has no length");
            }
            Arrays.fill(qualities, i, end, quality);
            i = end;
        }
        double[] numbers = in.doubles(keys.length);
        in.end();
        List<Rows.Raw> rows = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            rows.add(new Rows.Raw(keys[i], numbers[i], qualities[i]));
        }
        return rows;
    }
}
