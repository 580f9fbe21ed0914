package org.bmac.command;

import java.util.List;
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
}
