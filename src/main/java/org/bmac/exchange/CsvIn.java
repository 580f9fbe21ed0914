package org.bmac.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bmac.history.Sample;
import org.bmac.point.Quality;

/**
 * Readings as comma-separated values, as {@link CsvSheet} writes them; of the columns {@code at} and {@code value} are needed, and
 * {@code point}, or {@code node}, {@code quantity} and {@code channel}, say whose they are. Pure but for its header.
 */
final class CsvIn {
    private final Map<String, Integer> columns = new HashMap<>();

    /** Whether a file that begins with this line is such a one. */
    static boolean isHeader(String line) {
        List<String> names = cells(line).stream().map(CsvIn::plain).toList();
        return names.contains("at") && names.contains("value");
    }

    CsvIn(String header) {
        List<String> names = cells(header);
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(plain(names.get(i)), i);
        }
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    List<Arrival> of(String line) {
        if (line.isBlank()) {
            return List.of();
        }
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            return useless("It has " + cells.size() + " cells and not " + columns.size() + ".");
        }
        String time = cell(cells, "at");
        Optional<Instant> at = Moments.of(time);
        if (at.isEmpty()) {
            return useless("The time is '" + start(time) + "', which cannot be read.");
        }
        String value = cell(cells, "value");
        Quality quality = LinesIn.quality(cell(cells, "quality"));
        if (value.isEmpty()) {
            return quality == Quality.BAD
                    ? List.of(new Arrival.Told(source(cells), new Sample(at.get(), Double.NaN, Quality.BAD)))
                    : useless("There is no value.");
        }
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number)
                    ? List.of(new Arrival.Told(source(cells), new Sample(at.get(), number, quality)))
                    : useless("The value is '" + start(value) + "', which is no number.");
        } catch (NumberFormatException _) {
            return useless("The value is '" + start(value) + "', which is no number.");
        }
    }

    private Source source(List<String> cells) {
        String node = undone(cell(cells, "node"));
        String words = Stream.of(
                        node,
                        cell(cells, "quantity"),
                        cell(cells, "channel"),
                        cell(cells, "name"),
                        cell(cells, "place"),
                        cell(cells, "point"))
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("(nothing said)");
        return new Source(
                words,
                node,
                cell(cells, "quantity"),
                LinesIn.whole(cell(cells, "channel")),
                LinesIn.whole(cell(cells, "point")));
    }

    private String cell(List<String> cells, String column) {
        Integer index = columns.get(column);
        return index == null ? "" : cells.get(index).strip();
    }

    /** Takes the apostrophe away again that kept it from being a formula. */
    private static String undone(String words) {
        return words.startsWith("'") && CsvSheet.defused(words.substring(1)).equals(words) ? words.substring(1) : words;
    }

    private static List<String> cells(String line) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(line)) {
            return csv.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Arrival> useless(String reason) {
        return List.of(new Arrival.Useless(reason));
    }

    private static String start(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
