package org.bmac.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bmac.history.Sample;
import org.bmac.history.Supplement.Added;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** Goes through a file once, and hands on its readings, some of a point at a time. For one thread. */
final class Reception {
    private static final int TOGETHER = 50_000;
    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_SOURCES = 2_000;
    private static final int LOOK_UP = 1_000;

    private final Function<Source, @Nullable PointId> points;
    private final BiFunction<PointId, List<Sample>, Added> taker;
    private final Instant now;
    private final Progress progress;
    private final Map<Source, Told> sources = new LinkedHashMap<>();
    private final Map<PointId, List<Sample>> waiting = new HashMap<>();
    private final List<Findings.Problem> problems = new ArrayList<>();
    private int together;
    private boolean stopped;
    private long useless;
    private long future;
    private long strangers;
    private Added added = Added.NOTHING;

    /**
     * @param points which point a source is; null for none
     * @param taker what is done with some readings of a point
     */
    Reception(
            Function<Source, @Nullable PointId> points,
            BiFunction<PointId, List<Sample>, Added> taker,
            Instant now,
            Progress progress) {
        this.points = points;
        this.taker = taker;
        this.now = now;
        this.progress = progress;
    }

    /** A file that breaks off counts as far as it goes; of one that is stopped, what has been handed on. */
    Findings receive(Path file) {
        String brokenOff = "";
        try (TextLines lines = new TextLines(file)) {
            brokenOff = read(lines);
        } catch (IOException e) {
            brokenOff = "The file cannot be read: " + e.getMessage() + ".";
        }
        handOn(1);
        if (stopped && brokenOff.isEmpty()) {
            brokenOff = "It was stopped before its end.";
        }
        List<Told> told = sources.values().stream()
                .sorted(Comparator.comparingLong(Told::readings).reversed())
                .toList();
        return new Findings(told, useless, problems, future, strangers, added, brokenOff);
    }

    private String read(TextLines lines) {
        Function<String, List<Arrival>> form = null;
        boolean csv = false;
        long last = 0;
        try {
            for (TextLines.Numbered line = lines.next(); line != null; line = lines.next()) {
                last = line.number();
                if (stopped || (last % LOOK_UP == 0 && !goesOn(lines.share()))) {
                    return "It was stopped at line " + last + ".";
                }
                if (line.text() == null) {
                    problem(line.number(), line.wrong());
                } else if (form == null && CsvIn.isHeader(line.text())) {
                    csv = true;
                    form = new CsvIn(line.text())::of;
                } else {
                    form = form == null && !line.text().isBlank() ? LinesIn::of : form;
                    if (form != null) {
                        String text = csv ? line.text() : whole(line.text(), lines);
                        arrived(line.number(), form.apply(text), lines);
                    }
                }
            }
            return "";
        } catch (IOException e) {
            return "After line " + last + " the file cannot be read: " + e.getMessage() + ".";
        }
    }

    /** A text may go on over the end of a line. */
    private static String whole(String first, TextLines lines) throws IOException {
        String text = first;
        while (text.length() < TextLines.LONGEST && LineProtocol.goesOn(text)) {
            TextLines.Numbered more = lines.next();
            if (more == null || more.text() == null) {
                return text;
            }
            text = text + "\n" + more.text();
        }
        return text;
    }

    private void arrived(long number, List<Arrival> arrivals, TextLines lines) {
        for (Arrival arrival : arrivals) {
            switch (arrival) {
                case Arrival.Useless(String reason) -> problem(number, reason);
                case Arrival.Told(Source source, Sample reading) -> told(number, source, reading);
            }
        }
        if (together >= TOGETHER) {
            handOn(lines.share());
        }
    }

    private void problem(long line, String reason) {
        useless++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Findings.Problem(line, reason));
        }
    }

    private void told(long line, Source source, Sample reading) {
        Told before = sources.get(source);
        if (before == null && sources.size() >= MOST_SOURCES) {
            problem(line, "It is of the " + (MOST_SOURCES + 1) + "th source, and no more are taken from one file.");
            return;
        }
        if (reading.at().isAfter(now)) {
            future++;
            return;
        }
        Told known = before == null ? new Told(source, points.apply(source), 0, reading.at(), reading.at()) : before;
        sources.put(source, known.and(reading.at()));
        if (known.point() == null) {
            strangers++;
        } else {
            waiting.computeIfAbsent(known.point(), _ -> new ArrayList<>()).add(reading);
            together++;
        }
    }

    private void handOn(double share) {
        for (Map.Entry<PointId, List<Sample>> some : waiting.entrySet()) {
            if (!stopped && goesOn(share)) {
                added = added.and(taker.apply(some.getKey(), some.getValue()));
            }
        }
        waiting.clear();
        together = 0;
    }

    private boolean goesOn(double share) {
        stopped |= !progress.goesOn(share);
        return !stopped;
    }
}
