package org.bmac.exchange;

import java.util.List;
import org.bmac.history.Supplement;

/**
 * What is in a file, and what became or would become of it.
 *
 * @param sources whose readings, the most first
 * @param useless how many lines cannot be used
 * @param problems the first of these
 * @param future how many readings are of a time that has yet to come; they are left out
 * @param strangers how many readings are of sources that are no point here; they are left out
 * @param brokenOff why the rest of the file could not be read; empty when all of it was
 */
public record Findings(
        List<Told> sources,
        long useless,
        List<Problem> problems,
        long future,
        long strangers,
        Supplement.Added added,
        String brokenOff) {

    public Findings {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /** A line that cannot be used. */
    public record Problem(long line, String reason) {}
}
