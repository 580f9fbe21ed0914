package org.bmac.live;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Which change of each point somebody has seen. Looking for news costs him a glance at every point's count, and costs those
 * who make the news nothing, however many look. Not safe for several threads.
 */
final class Seen {
    private final Cells cells;
    private int[][] counts = new int[0][];

    Seen(Cells cells) {
        this.cells = cells;
    }

    /** Visits every point that has changed since the last visit. A point may come although nothing about it is new. */
    void news(Consumer<Cell> visitor) {
        visit(visitor, false);
    }

    /** Visits every point. */
    void everything(Consumer<Cell> visitor) {
        visit(visitor, true);
    }

    private void visit(Consumer<Cell> visitor, boolean all) {
        int length = cells.length();
        for (int i = 0; i < length; i++) {
            Cells.Chunk chunk = cells.chunk(i);
            if (chunk != null) {
                visit(chunk, seenOf(i), visitor, all);
            }
        }
    }

    private static void visit(Cells.Chunk chunk, int[] seen, Consumer<Cell> visitor, boolean all) {
        for (int place = 0; place < Cells.SIZE; place++) {
            int count = chunk.changes.get(place);
            if (all || count != seen[place]) {
                seen[place] = count;
                Cell cell = chunk.cells.get(place);
                if (cell != null) {
                    visitor.accept(cell);
                }
            }
        }
    }

    private int[] seenOf(int index) {
        if (index >= counts.length) {
            int before = counts.length;
            counts = Arrays.copyOf(counts, index + 1);
            for (int i = before; i <= index; i++) {
                counts[i] = new int[Cells.SIZE];
            }
        }
        return counts[index];
    }
}
