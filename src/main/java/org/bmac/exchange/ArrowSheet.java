package org.bmac.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.bmac.history.Bucket;
import org.bmac.history.Sample;
import org.bmac.point.Quality;

/** Columns, a batch of rows at a time; words are kept once, in dictionaries. */
final class ArrowSheet implements Sheet {
    static final int BATCH = 1 << 15;

    private final Column at = new Column("at", Column.Type.MOMENT, BATCH);
    private final Column from = new Column("from", Column.Type.MOMENT, BATCH);
    private final Column to = new Column("to", Column.Type.MOMENT, BATCH);
    private final Column point = new Column("point", Column.Type.POINT, BATCH);
    private final Column name = new Column("name", Column.Type.WORD, BATCH);
    private final Column place = new Column("place", Column.Type.WORD, BATCH);
    private final Column node = new Column("node", Column.Type.WORD, BATCH);
    private final Column quantity = new Column("quantity", Column.Type.WORD, BATCH);
    private final Column channel = new Column("channel", Column.Type.POINT, BATCH);
    private final Column unit = new Column("unit", Column.Type.WORD, BATCH);
    private final Column value = new Column("value", Column.Type.NUMBER, BATCH);
    private final Column quality = new Column("quality", Column.Type.WORD, BATCH);
    private final Column count = new Column("count", Column.Type.COUNT, BATCH);
    private final Column min = new Column("min", Column.Type.NUMBER, BATCH);
    private final Column max = new Column("max", Column.Type.NUMBER, BATCH);
    private final Column mean = new Column("mean", Column.Type.NUMBER, BATCH);
    private final Column last = new Column("last", Column.Type.NUMBER, BATCH);
    private final Column coverage = new Column("coverage", Column.Type.NUMBER, BATCH);
    private final List<Column> columns;
    private final ArrowFile file;
    private int rows;

    ArrowSheet(OutputStream out, boolean buckets, List<Described> points) throws IOException {
        List<Column> words = List.of(point, name, place, node, quantity, channel, unit);
        List<Column> head = buckets ? List.of(from, to) : List.of(at);
        List<Column> tail = buckets ? List.of(count, min, max, mean, last, coverage) : List.of(value, quality);
        columns = Stream.of(head, words, tail).flatMap(List::stream).toList();
        points.forEach(each -> words(each, Column::learn));
        Stream.of(Quality.GOOD, Quality.UNCERTAIN, Quality.BAD)
                .map(Quality::code)
                .forEach(quality::learn);
        file = new ArrowFile(out, columns);
    }

    private void words(Described each, BiConsumer<Column, String> to) {
        to.accept(name, each.name());
        to.accept(place, each.place());
        to.accept(node, each.node());
        to.accept(quantity, each.quantity());
        to.accept(unit, each.unit());
    }

    @Override
    public void readings(Described of, List<Sample> readings) throws IOException {
        for (Sample reading : readings) {
            at.add(reading.at().toEpochMilli());
            value.add(reading.number());
            quality.add(reading.quality().code());
            row(of);
        }
    }

    @Override
    public void buckets(Described of, List<Bucket> buckets) throws IOException {
        for (Bucket bucket : buckets) {
            from.add(bucket.from().toEpochMilli());
            to.add(bucket.to().toEpochMilli());
            count.add(bucket.count());
            min.add(bucket.min());
            max.add(bucket.max());
            mean.add(bucket.mean());
            last.add(bucket.last());
            coverage.add(bucket.coverage());
            row(of);
        }
    }

    private void row(Described of) throws IOException {
        point.add(of.point().number());
        channel.add(of.channel());
        words(of, Column::add);
        rows++;
        if (rows == BATCH) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (rows > 0) {
            file.batch(rows);
            columns.forEach(Column::clear);
            rows = 0;
        }
    }

    @Override
    public void end() throws IOException {
        flush();
        file.end();
    }
}
