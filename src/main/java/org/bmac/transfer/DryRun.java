package org.bmac.transfer;

import java.util.List;

/**
 * What a file would change, or has changed.
 *
 * @param source what kind of file it is, for people
 * @param items what would be otherwise
 * @param same how many floors, zones, nodes and points are there already, just so
 * @param problems what in the file cannot be used
 */
public record DryRun(String source, List<Item> items, int same, List<Problem> problems) {
    public DryRun {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /** What is done with something. */
    public enum Sort {
        /** It is not there yet. */
        ADD,
        /** It is there, and the file says what nobody has said here. */
        CHANGE,
        /** Here and the file say different things. */
        CONFLICT
    }

    /**
     * One thing.
     *
     * @param key names a conflict to whoever decides it
     * @param words a sentence for people
     * @param ours what is here; empty where nothing is
     * @param theirs what the file says; empty where the sentence says it
     */
    public record Item(String key, Sort sort, String words, String ours, String theirs) {}

    /** How many items of this sort there are. */
    public long count(Sort sort) {
        return items.stream().filter(item -> item.sort() == sort).count();
    }

    /** For people, such as "3 would be added, 1 changed". */
    public String words() {
        return count(Sort.ADD) + " to add, " + count(Sort.CHANGE) + " to change, " + count(Sort.CONFLICT)
                + " in conflict, " + same + " the same, " + problems.size() + " unreadable.";
    }
}
