package org.bmac.history;

import java.util.List;

/**
 * The rows of one point that follow each other, packed into bytes column by column, and deflated (RFC 1950, which brings a
 * checksum). What is packed comes back bit by bit; what is damaged is told by a {@link DamagedChunk}, whatever the bytes are.
 * The first byte says which packing it is, for those to come.
 */
interface Packing<R extends Row> {
    /** Rows of one point in the order of their keys, one or more. */
    byte[] pack(List<R> rows);

    /**
     * What was packed.
     *
     * @param first the key of its first row
     */
    List<R> unpack(long first, byte[] packed);
}
