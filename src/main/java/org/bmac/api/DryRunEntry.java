package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bmac.transfer.DryRun;

/** What a building file would change, or has changed. */
record DryRunEntry(
        @Schema(description = "Whether nothing was changed.")
        boolean dryRun,

        @Schema(description = "What kind of file it is.") String source,
        @Schema(description = "How many things are new.") long add,
        @Schema(description = "How many are filled in.") long change,

        @Schema(description = "Of how many here and the file say different things.")
        long conflict,

        @Schema(description = "How many floors, zones, nodes and points are there already, just so.")
        int same,

        List<ItemEntry> items,

        @Schema(description = "What in the file cannot be used.")
        List<ProblemEntry> problems) {

    @Schema(name = "DryRunItem")
    record ItemEntry(
            @Schema(allowableValues = {"add", "change", "conflict"})
            String sort,

            @Schema(description = "Names a conflict to take.")
            String key,

            String words,

            @Schema(description = "What is here; empty where nothing is.")
            String ours,

            @Schema(description = "What the file says; empty where words say it.")
            String theirs,

            @Schema(description = "Whether it was done, or would be.")
            boolean taken) {}

    @Schema(name = "DryRunProblem")
    record ProblemEntry(
            @Schema(example = "floors[2].zones[0]") String where, String reason) {}

    /** @param decided the keys of the conflicts in which the file prevails */
    static DryRunEntry of(DryRun run, boolean dry, Set<String> decided) {
        return new DryRunEntry(
                dry,
                run.source(),
                run.count(DryRun.Sort.ADD),
                run.count(DryRun.Sort.CHANGE),
                run.count(DryRun.Sort.CONFLICT),
                run.same(),
                run.items().stream().map(item -> item(item, decided)).toList(),
                run.problems().stream()
                        .map(problem -> new ProblemEntry(problem.where(), problem.reason()))
                        .toList());
    }

    private static ItemEntry item(DryRun.Item item, Set<String> decided) {
        boolean taken =
                switch (item.sort()) {
                    case ADD, CHANGE -> true;
                    case CONFLICT -> decided.contains(item.key());
                };
        String sort = item.sort().name().toLowerCase(Locale.ROOT);
        return new ItemEntry(sort, item.key(), item.words(), item.ours(), item.theirs(), taken);
    }
}
