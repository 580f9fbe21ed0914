package org.bmac.node.ui;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.node.Module;
import org.bmac.node.NodeFacts;
import org.bmac.node.Shut;

/** What is known of a node, in the words of the screens. */
final class NodeWords {
    private NodeWords() {}

    static String dialect(Node node) {
        return switch (node.dialect()) {
            case FIRMWARE -> "BMaC firmware";
            case BMAC5 -> "BMaC 5";
            case DISCOVERED -> "MQTT discovery";
        };
    }

    static String name(Node node) {
        return node.location().equals(node.uid()) ? "Without a location" : node.location();
    }

    static String uid(Node node) {
        return node.uid() == null ? "UID unknown" : node.uid();
    }

    static String place(NodeFacts facts) {
        if (!facts.place().isEmpty()) {
            return facts.place();
        }
        return facts.shut() != null && facts.shut().how() == Shut.How.IGNORED ? "Unplaced, ignored" : "Unplaced";
    }

    static String version(NodeFacts facts) {
        return facts.told().version() == null ? "–" : facts.told().version();
    }

    /** Short, for a cell. */
    static String modules(Node node) {
        return node.dialect() != Dialect.FIRMWARE
                ? "as announced"
                : node.modules() == 0
                        ? "–"
                        : Module.of(node.modules()).stream().map(Module::label).collect(Collectors.joining(", "));
    }

    /** The address of its page. */
    static String address(Node node) {
        return "nodes/" + (node.uid() == null ? String.valueOf(node.id().number()) : node.uid());
    }

    /** Everything about it that somebody may look for, in lower case. */
    static String all(NodeFacts facts) {
        Node node = facts.node();
        return Stream.concat(
                        Stream.of(
                                node.location(),
                                uid(node),
                                name(node),
                                facts.state().label(),
                                place(facts),
                                dialect(node),
                                version(facts),
                                modules(node)),
                        facts.troubles().stream())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
