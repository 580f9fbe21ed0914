package org.bmac.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedCollection;
import java.util.SequencedMap;

/** A column of Arrow's, one batch of it; numbers lie in the order of little-endian machines. */
final class Column {
    /** What lies in it. */
    enum Type {
        /** Milliseconds since 1970, in UTC. */
        MOMENT(Long.BYTES),
        NUMBER(Double.BYTES),
        COUNT(Long.BYTES),
        POINT(Integer.BYTES),
        /** The place of a word in the dictionary. */
        WORD(Integer.BYTES);

        private final int width;

        Type(int width) {
            this.width = width;
        }
    }

    private final String name;
    private final Type type;
    private final ByteBuffer data;
    private final byte[] known;
    private final SequencedMap<String, Integer> dictionary = new LinkedHashMap<>();
    private int rows;
    private int nulls;

    Column(String name, Type type, int capacity) {
        this.name = name;
        this.type = type;
        this.data = ByteBuffer.allocate(capacity * type.width).order(ByteOrder.LITTLE_ENDIAN);
        this.known = new byte[Math.ceilDiv(capacity, Byte.SIZE)];
    }

    String name() {
        return name;
    }

    Type type() {
        return type;
    }

    int nulls() {
        return nulls;
    }

    /** Its words, in the order of their places. */
    SequencedCollection<String> words() {
        return dictionary.sequencedKeySet();
    }

    /** Makes a word known; all of them before the first row. */
    void learn(String word) {
        dictionary.putIfAbsent(word, dictionary.size());
    }

    void add(String word) {
        data.putInt(dictionary.getOrDefault(word, 0));
        added(true);
    }

    void add(int number) {
        data.putInt(number);
        added(true);
    }

    void add(long number) {
        data.putLong(number);
        added(true);
    }

    /** NaN is nothing. */
    void add(double number) {
        boolean nothing = Double.isNaN(number);
        data.putDouble(nothing ? 0 : number);
        added(!nothing);
    }

    private void added(boolean something) {
        if (something) {
            known[rows / Byte.SIZE] |= (byte) (1 << rows % Byte.SIZE);
        } else {
            nulls++;
        }
        rows++;
    }

    /** One bit for each row that is something. */
    ByteBuffer validity() {
        return ByteBuffer.wrap(known, 0, Math.ceilDiv(rows, Byte.SIZE));
    }

    ByteBuffer data() {
        return data.duplicate().flip();
    }

    void clear() {
        data.clear();
        Arrays.fill(known, (byte) 0);
        rows = 0;
        nulls = 0;
    }
}
