package org.bmac.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Packs summaries; one of a single reading is hardly more than the reading. */
final class PackedSums implements Packing<Rows.Sum> {
    @Override
    public byte[] pack(List<Rows.Sum> rows) {
        ColumnsOut out = new ColumnsOut();
        Envelope.keys(out, rows);
        rows.forEach(row -> out.whole(isSingle(row.part()) ? 0 : row.part().count()));
        rows.forEach(row -> out.signed(row.part().first() - Key.at(row.key())));
        out.doubles(rows.stream().mapToDouble(row -> row.part().min()).toArray());
        List<Part> parts = rows.stream()
                .map(Rows.Sum::part)
                .filter(part -> !isSingle(part))
                .toList();
        parts.forEach(part -> out.signed(part.last() - part.first()));
        parts.forEach(part -> out.signed(part.last() - part.first() - part.covered()));
        out.doubles(parts.stream().mapToDouble(Part::max).toArray());
        out.doubles(parts.stream().mapToDouble(Part::sum).toArray());
        out.doubles(parts.stream().mapToDouble(Part::value).toArray());
        out.doubles(parts.stream().mapToDouble(Part::area).toArray());
        return Envelope.close(out.toArray());
    }

    private static boolean isSingle(Part part) {
        return part.equals(Part.of(part.first(), part.min()));
    }

    @Override
    public List<Rows.Sum> unpack(long first, byte[] packed) {
        ColumnsIn in = new ColumnsIn(Envelope.open(packed));
        long[] keys = Envelope.keys(in, first);
        int[] counts = new int[keys.length];
        int several = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.upTo(Integer.MAX_VALUE);
            several += counts[i] == 0 ? 0 : 1;
        }
        long[] begins = new long[keys.length];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = Key.at(keys[i]) + in.signed();
        }
        double[] lowest = in.doubles(keys.length);
        Others others = new Others(in, several);
        in.end();
        List<Rows.Sum> rows = new ArrayList<>(keys.length);
        for (int i = 0, other = 0; i < keys.length; i++) {
            Part part = counts[i] == 0
                    ? Part.of(begins[i], lowest[i])
                    : others.part(other++, counts[i], begins[i], lowest[i]);
            rows.add(new Rows.Sum(keys[i], part));
        }
        return rows;
    }

    /** What a summary of a single reading needs not. */
    private static final class Others {
        private final long[] spans;
        private final long[] gaps;
        private final double[] highest;
        private final double[] totals;
        private final double[] last;
        private final double[] areas;

        private Others(ColumnsIn in, int count) {
            spans = signed(in, count);
            gaps = signed(in, count);
            highest = in.doubles(count);
            totals = in.doubles(count);
            last = in.doubles(count);
            areas = in.doubles(count);
        }

        private static long[] signed(ColumnsIn in, int count) {
            long[] numbers = new long[count];
            Arrays.setAll(numbers, _ -> in.signed());
            return numbers;
        }

        Part part(int i, int count, long begin, double min) {
            return new Part(
                    count, min, highest[i], totals[i], begin, begin + spans[i], last[i], areas[i], spans[i] - gaps[i]);
        }
    }
}
