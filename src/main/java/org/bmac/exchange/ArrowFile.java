package org.bmac.exchange;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * Arrow's file of columns, version 5 of its metadata, written from the front to the end: the schema, a dictionary for each column
 * of words, batches of rows, and where each of them lies. Its layout is Arrow's "Columnar Format", section "IPC File Format";
 * the dictionaries are numbered by their columns.
 */
final class ArrowFile {
    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final int ALIGNMENT = 8;
    private static final int CONTINUED = -1;

    private final OutputStream to;
    private final List<Column> columns;
    private final List<Place> dictionaries = new ArrayList<>();
    private final List<Place> batches = new ArrayList<>();
    private long position;

    /** Where a message lies, and how long its two parts are. */
    private record Place(long offset, int metadata, long body) {}

    /** A part of a column as it is written. */
    private record Piece(List<ByteBuffer> buffers, long rows, long nulls) {}

    ArrowFile(OutputStream to, List<Column> columns) throws IOException {
        this.to = to;
        this.columns = columns;
        write(MAGIC);
        pad();
        message(MessageHeader.Schema, this::schema, List.of());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type() == Column.Type.WORD) {
                dictionary(i, columns.get(i));
            }
        }
    }

    /** Writes what the columns hold, so many rows. */
    void batch(int rows) throws IOException {
        List<Piece> pieces = columns.stream()
                .map(column -> new Piece(List.of(column.validity(), column.data()), rows, column.nulls()))
                .toList();
        batches.add(message(MessageHeader.RecordBatch, builder -> batch(builder, rows, pieces), buffers(pieces)));
    }

    /** Writes where everything lies. */
    void end() throws IOException {
        write(ByteBuffer.allocate(2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUED)
                .putInt(0)
                .array());
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int schema = schema(builder);
        int before = places(builder, dictionaries, Footer::startDictionariesVector);
        int rows = places(builder, batches, Footer::startRecordBatchesVector);
        Footer.startFooter(builder);
        Footer.addVersion(builder, MetadataVersion.V5);
        Footer.addSchema(builder, schema);
        Footer.addDictionaries(builder, before);
        Footer.addRecordBatches(builder, rows);
        builder.finish(Footer.endFooter(builder));
        byte[] footer = builder.sizedByteArray();
        write(footer);
        write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        write(MAGIC);
    }

    private void dictionary(int id, Column column) throws IOException {
        List<byte[]> words = column.words().stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length = words.stream().mapToInt(word -> word.length).sum();
        ByteBuffer ends =
                ByteBuffer.allocate((words.size() + 1) * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer letters = ByteBuffer.allocate(length);
        ends.putInt(0);
        for (byte[] word : words) {
            letters.put(word);
            ends.putInt(letters.position());
        }
        Piece piece = new Piece(List.of(ByteBuffer.allocate(0), ends.flip(), letters.flip()), words.size(), 0);
        dictionaries.add(message(
                MessageHeader.DictionaryBatch,
                builder -> {
                    int data = batch(builder, words.size(), List.of(piece));
                    DictionaryBatch.startDictionaryBatch(builder);
                    DictionaryBatch.addId(builder, id);
                    DictionaryBatch.addData(builder, data);
                    return DictionaryBatch.endDictionaryBatch(builder);
                },
                piece.buffers()));
    }

    private int schema(FlatBufferBuilder builder) {
        int[] fields = new int[columns.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = field(builder, i, columns.get(i));
        }
        int vector = Schema.createFieldsVector(builder, fields);
        Schema.startSchema(builder);
        Schema.addFields(builder, vector);
        return Schema.endSchema(builder);
    }

    private static int field(FlatBufferBuilder builder, int id, Column column) {
        int name = builder.createString(column.name());
        int children = Field.createChildrenVector(builder, new int[0]);
        int type = type(builder, column.type());
        int dictionary = column.type() == Column.Type.WORD ? encoding(builder, id) : 0;
        Field.startField(builder);
        Field.addName(builder, name);
        Field.addNullable(builder, column.type() == Column.Type.NUMBER);
        Field.addTypeType(builder, typeOf(column.type()));
        Field.addType(builder, type);
        Field.addChildren(builder, children);
        if (dictionary != 0) {
            Field.addDictionary(builder, dictionary);
        }
        return Field.endField(builder);
    }

    private static byte typeOf(Column.Type type) {
        return switch (type) {
            case MOMENT -> Type.Timestamp;
            case NUMBER -> Type.FloatingPoint;
            case COUNT, POINT -> Type.Int;
            case WORD -> Type.Utf8;
        };
    }

    private static int type(FlatBufferBuilder builder, Column.Type type) {
        return switch (type) {
            case MOMENT -> Timestamp.createTimestamp(builder, TimeUnit.MILLISECOND, builder.createString("UTC"));
            case NUMBER -> FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
            case COUNT -> Int.createInt(builder, Long.SIZE, true);
            case POINT -> Int.createInt(builder, Integer.SIZE, true);
            case WORD -> {
                Utf8.startUtf8(builder);
                yield Utf8.endUtf8(builder);
            }
        };
    }

    private static int encoding(FlatBufferBuilder builder, int id) {
        int index = Int.createInt(builder, Integer.SIZE, true);
        DictionaryEncoding.startDictionaryEncoding(builder);
        DictionaryEncoding.addId(builder, id);
        DictionaryEncoding.addIndexType(builder, index);
        return DictionaryEncoding.endDictionaryEncoding(builder);
    }

    private static int batch(FlatBufferBuilder builder, int rows, List<Piece> pieces) {
        List<ByteBuffer> buffers = buffers(pieces);
        RecordBatch.startBuffersVector(builder, buffers.size());
        long end =
                buffers.stream().mapToLong(buffer -> padded(buffer.remaining())).sum();
        for (ByteBuffer buffer : buffers.reversed()) {
            end -= padded(buffer.remaining());
            Buffer.createBuffer(builder, end, buffer.remaining());
        }
        int places = builder.endVector();
        RecordBatch.startNodesVector(builder, pieces.size());
        pieces.reversed().forEach(piece -> FieldNode.createFieldNode(builder, piece.rows(), piece.nulls()));
        int nodes = builder.endVector();
        RecordBatch.startRecordBatch(builder);
        RecordBatch.addLength(builder, rows);
        RecordBatch.addNodes(builder, nodes);
        RecordBatch.addBuffers(builder, places);
        return RecordBatch.endRecordBatch(builder);
    }

    private static List<ByteBuffer> buffers(List<Piece> pieces) {
        return pieces.stream().flatMap(piece -> piece.buffers().stream()).toList();
    }

    /** Starts a vector of so many structures. */
    private interface Vector {
        void start(FlatBufferBuilder builder, int count);
    }

    private static int places(FlatBufferBuilder builder, List<Place> places, Vector vector) {
        vector.start(builder, places.size());
        places.reversed().forEach(place -> Block.createBlock(builder, place.offset(), place.metadata(), place.body()));
        return builder.endVector();
    }

    private Place message(byte kind, ToIntFunction<FlatBufferBuilder> header, List<ByteBuffer> body)
            throws IOException {
        long length =
                body.stream().mapToLong(buffer -> padded(buffer.remaining())).sum();
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int content = header.applyAsInt(builder);
        Message.startMessage(builder);
        Message.addVersion(builder, MetadataVersion.V5);
        Message.addHeaderType(builder, kind);
        Message.addHeader(builder, content);
        Message.addBodyLength(builder, length);
        builder.finish(Message.endMessage(builder));
        byte[] metadata = builder.sizedByteArray();
        int said = (int) padded(metadata.length);
        Place place = new Place(position, said + 2 * Integer.BYTES, length);
        write(ByteBuffer.allocate(2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUED)
                .putInt(said)
                .array());
        write(metadata);
        pad();
        for (ByteBuffer buffer : body) {
            to.write(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
            position += buffer.remaining();
            pad();
        }
        return place;
    }

    private static long padded(long length) {
        return Math.ceilDiv(length, ALIGNMENT) * ALIGNMENT;
    }

    private void pad() throws IOException {
        write(new byte[(int) (padded(position) - position)]);
    }

    private void write(byte[] bytes) throws IOException {
        to.write(bytes);
        position += bytes.length;
    }
}
