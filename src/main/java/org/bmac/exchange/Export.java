package org.bmac.exchange;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.bmac.access.Actor;
import org.bmac.point.PointId;

/**
 * What somebody takes away: made by {@link Exports#of}.
 *
 * @param building its name
 * @param points in the order of the file
 * @param to not part of it
 */
public record Export(
        Actor by, String building, List<Described> points, Instant from, Instant to, Detail detail, Form form) {
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Export {
        points = List.copyOf(points);
    }

    /** Says which building and which time, in letters that every file system takes. */
    public String fileName() {
        String plain = Normalizer.normalize(building, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "building" : plain)
                + "_"
                + COMPACT.format(from)
                + "_"
                + COMPACT.format(to)
                + "_"
                + detail.code()
                + "."
                + form.code();
    }

    /** For the audit. */
    String words() {
        String which = points.size() == 1
                ? points.getFirst().name() + ", " + points.getFirst().place()
                : points.size() + " points";
        return "Took away " + detail.words() + " of " + which + " from " + from + " to " + to + " as " + form.label()
                + ".";
    }

    List<PointId> ids() {
        return points.stream().map(Described::point).toList();
    }
}
