package org.bmac.cnc;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the desktop client has asked since the start.
 *
 * @param answered questions for the plan or the nodes that got their answer
 * @param changes that were made, those that changed nothing among them
 * @param odd messages with which something was amiss, by what
 */
public record CncCounters(long answered, long changes, Map<Oddity, Long> odd) {
    public CncCounters {
        odd = Map.copyOf(odd);
    }

    /** For people, such as "3 questions answered, 2 changes; 1 that makes a node that is there already". */
    public String words() {
        String amiss = odd.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue() + " that " + each.getKey().words())
                .collect(Collectors.joining(", "));
        return answered
                + (answered == 1 ? " question answered, " : " questions answered, ")
                + changes
                + (changes == 1 ? " change" : " changes")
                + (amiss.isEmpty() ? "" : "; " + amiss);
    }
}
