package org.bmac.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bmac.building.Building;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an engineer has set for an output.
 *
 * @param otherwise what it is to do when nothing is held for it; null to leave it as it is
 */
public record OutputRules(
        Confirmation confirmation,
        List<Guard> guards,
        @Nullable Value otherwise) {
    /** No confirmation, no guards, left as it is. */
    public static final OutputRules NONE = new OutputRules(Confirmation.NONE, List.of(), null);

    public OutputRules {
        guards = List.copyOf(guards);
    }

    /**
     * All of it in words, such as "confirm; stays on for 5 min; otherwise off"; "none" when nothing is set.
     *
     * @param seen the building as far as the reader may see it
     */
    public String words(Building seen) {
        List<String> words = new ArrayList<>();
        if (confirmation != Confirmation.NONE) {
            words.add(confirmation.label().toLowerCase(Locale.ROOT));
        }
        guards.forEach(guard -> words.add(guard.words(seen)));
        if (otherwise != null) {
            words.add("otherwise " + otherwise.inWords());
        }
        return words.isEmpty() ? "none" : String.join("; ", words);
    }
}
