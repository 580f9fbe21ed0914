package org.bmac.editor;

import java.util.List;
import org.bmac.access.Actor;

/**
 * Somebody has published what was drawn. Published as an application event within the transaction that writes it: whoever
 * throws undoes it.
 *
 * @param origin the display or browser
 * @param words what is otherwise now, a sentence each
 */
public record PlanPublished(Actor by, String origin, List<String> words) {
    public PlanPublished {
        words = List.copyOf(words);
    }
}
