package org.bmac.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bmac.exchange.Line.Field;
import org.bmac.history.Sample;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.jspecify.annotations.Nullable;

/** What lines of the line protocol say as readings: each field that is a number is one. Pure. */
final class LinesIn {
    private static final List<String> NODES =
            List.of(PointLines.NODE, "location", "uid", "device", "sensor", "host", "topic");

    private LinesIn() {}

    static List<Arrival> of(String text) {
        return switch (LineProtocol.read(text)) {
            case LineRead.Nothing() -> List.of();
            case LineRead.Unreadable(String reason) -> List.of(new Arrival.Useless(reason));
            case Line line -> of(line);
        };
    }

    private static List<Arrival> of(Line line) {
        if (line.time() == null) {
            return List.of(new Arrival.Useless("There is no time."));
        }
        Optional<Instant> at = Moments.of(line.time());
        if (at.isEmpty()) {
            return List.of(new Arrival.Useless("The time is " + line.time() + ", which no history holds."));
        }
        Quality quality = quality(line.fields().get(PointLines.QUALITY));
        List<Arrival> readings = new ArrayList<>();
        line.fields().forEach((name, field) -> {
            double number = number(field);
            if (!Double.isNaN(number)) {
                readings.add(new Arrival.Told(source(line, name), new Sample(at.get(), number, quality)));
            }
        });
        if (readings.isEmpty() && quality == Quality.BAD) {
            readings.add(
                    new Arrival.Told(source(line, PointLines.VALUE), new Sample(at.get(), Double.NaN, Quality.BAD)));
        }
        return readings.isEmpty() ? List.of(new Arrival.Useless("There is no number among its fields.")) : readings;
    }

    private static double number(Field field) {
        return switch (field) {
            case Field.Real(double number) -> number;
            case Field.Whole(long number) -> number;
            case Field.Truth(boolean truth) -> truth ? 1 : 0;
            case Field.Text(String _) -> Double.NaN;
        };
    }

    /** Good where nothing is said. */
    private static Quality quality(@Nullable Field field) {
        return field instanceof Field.Text(String code) ? quality(code) : Quality.GOOD;
    }

    /** Of its code; good where there is no such code. */
    static Quality quality(String code) {
        return code.equals(Quality.BAD.code())
                ? Quality.BAD
                : code.equals(Quality.UNCERTAIN.code()) ? Quality.UNCERTAIN : Quality.GOOD;
    }

    private static Source source(Line line, String field) {
        Map<String, String> tags = line.tags();
        String node = NODES.stream()
                .filter(tags::containsKey)
                .findFirst()
                .map(tags::get)
                .orElse("");
        String quantity = List.of(line.measurement(), field, tags.getOrDefault("quantity", "")).stream()
                .filter(word -> Kind.of(word).isPresent())
                .findFirst()
                .orElse("");
        String words = line.measurement()
                + tags.entrySet().stream()
                        .map(tag -> ", " + tag.getKey() + " " + tag.getValue())
                        .collect(Collectors.joining())
                + (field.equals(PointLines.VALUE) ? "" : ": " + field);
        return new Source(
                words, node, quantity, whole(tags.get(PointLines.CHANNEL)), whole(tags.get(PointLines.POINT)));
    }

    /** Null for what is none. */
    static @Nullable Integer whole(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }
}
