package org.bmac.live;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * All points by number, with a change count each. Grows by chunks that never move, so that nobody waits for anybody. Safe
 * on every thread.
 */
final class Cells {
    /** Points in a chunk. */
    static final int SIZE = 1024;

    private final AtomicReferenceArray<@Nullable Chunk> chunks = new AtomicReferenceArray<>(PointId.MOST / SIZE + 1);
    private volatile int length;

    /** The point with this number, or null. */
    @Nullable
    Cell find(PointId point) {
        Chunk chunk = chunks.get(point.number() / SIZE);
        return chunk == null ? null : chunk.cells.get(point.number() % SIZE);
    }

    /** The point with this number, made if it is not there. */
    Cell ensure(PointId point) {
        Cell found = find(point);
        return found != null ? found : make(point);
    }

    /** Counts a change of this point; whoever reads the new count sees the change as well. */
    void touch(PointId point) {
        Chunk chunk = chunks.get(point.number() / SIZE);
        if (chunk != null) {
            chunk.changes.getAndIncrement(point.number() % SIZE);
        }
    }

    void remove(PointId point) {
        Chunk chunk = chunks.get(point.number() / SIZE);
        if (chunk != null) {
            chunk.cells.set(point.number() % SIZE, null);
        }
    }

    /** Chunks in use are those below this. */
    int length() {
        return length;
    }

    @Nullable
    Chunk chunk(int index) {
        return chunks.get(index);
    }

    /** Visits every point, by number. */
    void forEach(Consumer<Cell> visitor) {
        for (int i = 0; i < length; i++) {
            Chunk chunk = chunks.get(i);
            for (int place = 0; chunk != null && place < SIZE; place++) {
                Cell cell = chunk.cells.get(place);
                if (cell != null) {
                    visitor.accept(cell);
                }
            }
        }
    }

    private synchronized Cell make(PointId point) {
        int index = point.number() / SIZE;
        Chunk chunk = chunks.get(index);
        if (chunk == null) {
            chunk = new Chunk();
            chunks.set(index, chunk);
            length = Math.max(length, index + 1);
        }
        Cell made = new Cell(point);
        Cell before = chunk.cells.compareAndExchange(point.number() % SIZE, null, made);
        return before == null ? made : before;
    }

    /** The points of one stretch of numbers, and how often each has changed. */
    static final class Chunk {
        final AtomicReferenceArray<@Nullable Cell> cells = new AtomicReferenceArray<>(SIZE);
        final AtomicIntegerArray changes = new AtomicIntegerArray(SIZE);
    }
}
