package org.bmac.node.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.bmac.node.NodeFacts;
import org.bmac.node.NodeState;

/**
 * Which nodes somebody wants to see.
 *
 * @param words each of which must be somewhere; blanks between
 */
record NodeFilter(String words, Which which) {
    static final NodeFilter ALL = new NodeFilter("", Which.ALL);

    /** One choice of state. */
    enum Which implements Predicate<NodeFacts> {
        ALL("All") {
            @Override
            public boolean test(NodeFacts facts) {
                return true;
            }
        },
        TROUBLE("In trouble") {
            @Override
            public boolean test(NodeFacts facts) {
                return facts.state() == NodeState.SILENT || !facts.troubles().isEmpty();
            }
        },
        ONLINE("Online") {
            @Override
            public boolean test(NodeFacts facts) {
                return facts.state() == NodeState.ONLINE;
            }
        },
        SILENT("Silent") {
            @Override
            public boolean test(NodeFacts facts) {
                return facts.state() == NodeState.SILENT;
            }
        },
        OFFLINE("Offline or not heard") {
            @Override
            public boolean test(NodeFacts facts) {
                return facts.state() == NodeState.OFFLINE || facts.state() == NodeState.UNHEARD;
            }
        },
        UNPLACED("Unplaced") {
            @Override
            public boolean test(NodeFacts facts) {
                return !facts.node().placed();
            }
        },
        SHUT("Ignored or blocked") {
            @Override
            public boolean test(NodeFacts facts) {
                return facts.shut() != null;
            }
        };

        private final String label;

        Which(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    List<NodeFacts> of(List<NodeFacts> all) {
        String[] wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return all.stream()
                .filter(which)
                .filter(facts -> words.isBlank() || holdsAll(NodeWords.all(facts), wanted))
                .toList();
    }

    private static boolean holdsAll(String text, String[] wanted) {
        for (String word : wanted) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
