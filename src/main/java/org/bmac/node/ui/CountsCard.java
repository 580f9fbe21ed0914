package org.bmac.node.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.bmac.node.NodeCounts;

/** How a node has spoken since the start of the program. */
class CountsCard extends Card {
    private final Facts facts = new Facts();

    CountsCard() {
        super("Statistics");
        add(new Paragraph("Since this program was started."), facts);
    }

    void show(NodeCounts counts) {
        facts.set("Messages", String.format(Locale.ENGLISH, "%,d", counts.messages()));
        facts.set("Unreadable", String.valueOf(counts.unreadable()));
        facts.set("Gaps", gaps(counts));
        facts.set("Clock", counts.ahead().isZero() ? "never ahead of ours" : ahead(counts));
        if (counts.dropped() > 0) {
            facts.set("Dropped while blocked", String.valueOf(counts.dropped()));
        }
    }

    private static String gaps(NodeCounts counts) {
        return counts.gaps() == 0 ? "none" : counts.gaps() + ", the longest of " + Moments.span(counts.longestGap());
    }

    private static String ahead(NodeCounts counts) {
        return "up to " + Moments.span(counts.ahead()) + " ahead of ours";
    }
}
