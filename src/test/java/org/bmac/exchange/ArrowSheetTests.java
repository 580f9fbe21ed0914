package org.bmac.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.bmac.history.Bucket;
import org.bmac.history.Sample;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.junit.jupiter.api.Test;

/** What we wrote, read by Arrow's own library. */
class ArrowSheetTests {
    private static final Instant START = Instant.parse("2026-05-12T08:00:00Z");
    private static final Described FOYER =
            new Described(new PointId(7), "Temperature", "0.01 Foyer", "foyer", "temperature", 0, "°C");
    private static final Described LAB = new Described(new PointId(9), "Relay", "Lab", "lab", "relay", 5, "");

    @Test
    void readingsComeBackAsTheyWere() throws IOException {
        List<Sample> readings = List.of(
                new Sample(START, 20.5, Quality.GOOD),
                new Sample(START.plusMillis(1), Double.NaN, Quality.BAD),
                new Sample(START.plusMillis(2), -3, Quality.UNCERTAIN));

        List<List<Object>> rows = rows(false, sheet -> {
            sheet.readings(FOYER, readings);
            sheet.readings(LAB, List.of(new Sample(START, 1, Quality.GOOD)));
        });

        assertThat(rows.getFirst())
                .containsExactly(
                        "at", "point", "name", "place", "node", "quantity", "channel", "unit", "value", "quality");
        assertThat(rows.get(1).subList(1, 10))
                .containsExactly(7, "Temperature", "0.01 Foyer", "foyer", "temperature", 0, "°C", 20.5, "good");
        assertThat(rows.get(1).getFirst()).isEqualTo(START.toEpochMilli());
        assertThat(rows.get(2).subList(8, 10)).containsExactly("", "bad");
        assertThat(rows.get(3).subList(8, 10)).containsExactly(-3.0, "uncertain");
        assertThat(rows.get(4).subList(1, 10)).containsExactly(9, "Relay", "Lab", "lab", "relay", 5, "", 1.0, "good");
        assertThat(rows).hasSize(5);
    }

    @Test
    void bucketsComeBackAsTheyWere() throws IOException {
        Bucket bucket = new Bucket(START, START.plusSeconds(60), 6, 1, 3, 2, 3, true, Double.NaN, 0.5);

        List<List<Object>> rows = rows(true, sheet -> sheet.buckets(FOYER, List.of(bucket)));

        assertThat(rows.get(1))
                .contains(START.toEpochMilli(), START.plusSeconds(60).toEpochMilli(), 7, 6L, 1.0, 3.0, 2.0, 0.5);
    }

    @Test
    void manyBatchesFollowEachOther() throws IOException {
        int count = 2 * ArrowSheet.BATCH + 10;
        List<Sample> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readings.add(new Sample(START.plusMillis(i), i % 3 == 0 ? Double.NaN : i, Quality.GOOD));
        }

        List<List<Object>> rows = rows(false, sheet -> sheet.readings(FOYER, readings));

        assertThat(rows).hasSize(count + 1);
        assertThat(rows.getLast().getFirst())
                .isEqualTo(START.plusMillis(count - 1).toEpochMilli());
        assertThat(rows.get(ArrowSheet.BATCH + 3).get(8)).isEqualTo((double) (ArrowSheet.BATCH + 2));
    }

    @Test
    void nothingIsAFileToo() throws IOException {
        assertThat(rows(false, _ -> {})).hasSize(1);
    }

    private interface Filling {
        void fill(Sheet sheet) throws IOException;
    }

    private static List<List<Object>> rows(boolean buckets, Filling filling) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Sheet sheet = new ArrowSheet(file, buckets, List.of(FOYER, LAB));
        filling.fill(sheet);
        sheet.end();
        List<List<Object>> rows = new ArrayList<>();
        try (RootAllocator memory = new RootAllocator();
                ArrowFileReader reader =
                        new ArrowFileReader(new ByteArrayReadableSeekableByteChannel(file.toByteArray()), memory)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            rows.add(root.getSchema().getFields().stream()
                    .map(field -> (Object) field.getName())
                    .toList());
            while (reader.loadNextBatch()) {
                List<FieldVector> columns = new ArrayList<>();
                for (FieldVector vector : root.getFieldVectors()) {
                    var encoding = vector.getField().getDictionary();
                    columns.add(
                            encoding == null
                                    ? vector
                                    : (FieldVector) DictionaryEncoder.decode(
                                            vector,
                                            reader.getDictionaryVectors().get(encoding.getId())));
                }
                for (int i = 0; i < root.getRowCount(); i++) {
                    List<Object> row = new ArrayList<>();
                    for (FieldVector column : columns) {
                        Object cell = column.getObject(i);
                        row.add(
                                cell == null
                                        ? ""
                                        : cell instanceof org.apache.arrow.vector.util.Text text
                                                ? text.toString()
                                                : cell);
                    }
                    rows.add(row);
                }
                columns.stream()
                        .filter(column -> !root.getFieldVectors().contains(column))
                        .forEach(FieldVector::close);
            }
        }
        return rows;
    }
}
