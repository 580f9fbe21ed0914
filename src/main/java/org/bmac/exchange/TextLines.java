package org.bmac.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file, packed with gzip or not, one after the other; a line is never longer in memory than {@link #LONGEST}. */
final class TextLines implements Closeable {
    static final int LONGEST = 1 << 16;
    private static final int MAGIC = 0x1f8b;
    private static final String ORDER_MARK = "\uFEFF";

    private final Counting file;
    private final InputStream text;
    private final long size;
    private long number;

    /**
     * A line.
     *
     * @param text null when it cannot be read
     * @param wrong why it cannot be read; empty when it can
     */
    record Numbered(long number, @Nullable String text, String wrong) {}

    TextLines(Path path) throws IOException {
        size = Math.max(1, Files.size(path));
        file = new Counting(Files.newInputStream(path));
        BufferedInputStream buffered = new BufferedInputStream(file, 1 << 16);
        buffered.mark(2);
        int magic = buffered.read() << Byte.SIZE | buffered.read();
        buffered.reset();
        text = magic == MAGIC ? new BufferedInputStream(new GZIPInputStream(buffered), 1 << 16) : buffered;
    }

    /** How much of the file has been read, 0 to 1. */
    double share() {
        return Math.min(1, file.count / (double) size);
    }

    /** The next line; null after the last. */
    @Nullable
    Numbered next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(200);
        boolean tooLong = false;
        int one = text.read();
        if (one < 0) {
            return null;
        }
        while (one >= 0 && one != '\n') {
            tooLong |= line.size() >= LONGEST;
            if (!tooLong) {
                line.write(one);
            }
            one = text.read();
        }
        number++;
        return tooLong
                ? new Numbered(number, null, "It is longer than " + LONGEST + " bytes.")
                : decoded(line.toByteArray());
    }

    private Numbered decoded(byte[] bytes) {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int begin = number == 1 && decoded.startsWith(ORDER_MARK) ? 1 : 0;
            int end = decoded.length() - (decoded.endsWith("\r") ? 1 : 0);
            return new Numbered(number, decoded.substring(begin, end), "");
        } catch (CharacterCodingException _) {
            return new Numbered(number, null, "It is not in UTF-8.");
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Counts what is read. */
    private static final class Counting extends InputStream {
        private final InputStream of;
        private long count;

        Counting(InputStream of) {
            this.of = of;
        }

        @Override
        public int read() throws IOException {
            int one = of.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int some = of.read(to, from, length);
            count += Math.max(0, some);
            return some;
        }

        @Override
        public void close() throws IOException {
            of.close();
        }
    }
}
