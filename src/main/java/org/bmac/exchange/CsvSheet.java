package org.bmac.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bmac.history.Bucket;
import org.bmac.history.Sample;

/** Comma-separated values; what people have named cannot become a formula of a spreadsheet. */
final class CsvSheet implements Sheet {
    static final List<String> READINGS =
            List.of("at", "point", "name", "place", "node", "quantity", "channel", "unit", "value", "quality");
    private static final List<String> BUCKETS = List.of(
            "from",
            "to",
            "point",
            "name",
            "place",
            "node",
            "quantity",
            "channel",
            "unit",
            "count",
            "min",
            "max",
            "mean",
            "last",
            "coverage");
    private static final String FORMULA = "=+-@\t\r";

    private final Writer text;
    private final CsvWriter csv;

    CsvSheet(OutputStream to, boolean buckets) {
        text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(buckets ? BUCKETS : READINGS);
    }

    @Override
    public void readings(Described point, List<Sample> readings) {
        String id = point.point().toString();
        String channel = Integer.toString(point.channel());
        String name = defused(point.name());
        String place = defused(point.place());
        String node = defused(point.node());
        for (Sample reading : readings) {
            csv.writeRecord(
                    reading.at().toString(),
                    id,
                    name,
                    place,
                    node,
                    point.quantity(),
                    channel,
                    point.unit(),
                    number(reading.number()),
                    reading.quality().code());
        }
    }

    @Override
    public void buckets(Described point, List<Bucket> buckets) {
        for (Bucket bucket : buckets) {
            csv.writeRecord(
                    bucket.from().toString(),
                    bucket.to().toString(),
                    point.point().toString(),
                    defused(point.name()),
                    defused(point.place()),
                    defused(point.node()),
                    point.quantity(),
                    Integer.toString(point.channel()),
                    point.unit(),
                    Long.toString(bucket.count()),
                    number(bucket.min()),
                    number(bucket.max()),
                    number(bucket.mean()),
                    number(bucket.last()),
                    number(bucket.coverage()));
        }
    }

    @Override
    public void end() throws IOException {
        csv.flush();
        text.flush();
    }

    /** Empty for what is no number. */
    private static String number(double number) {
        return Double.isNaN(number) ? "" : Double.toString(number);
    }

    /** A spreadsheet computes what begins as a formula, unless an apostrophe stands before it. */
    static String defused(String said) {
        String words = said.replace('\n', ' ').replace('\r', ' ');
        return !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
