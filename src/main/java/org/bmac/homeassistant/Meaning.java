package org.bmac.homeassistant;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import tools.jackson.databind.JsonNode;

/** What a value of another world is in ours. */
sealed interface Meaning {
    /** The words with which devices say that they know nothing. */
    Set<String> NOTHING = Set.of("", "None", "unknown", "unavailable");

    /** The words for truths. */
    Set<String> TRUTHS = Set.of("true", "false");

    /** Of which kind the point is. */
    Kind kind();

    /** The value; empty when the device says that it knows none, unreadable when it says what cannot be. */
    Optional<Value> of(JsonNode node);

    /**
     * A number in a unit of theirs.
     *
     * @param factor by which it is multiplied
     * @param offset what is added then
     */
    record Measured(Kind kind, double factor, double offset) implements Meaning {
        @Override
        public Optional<Value> of(JsonNode node) {
            if (unknown(node)) {
                return Optional.empty();
            }
            return Optional.of(Value.of(kind, Template.number(node) * factor + offset));
        }
    }

    /** One word for yes and another for no. */
    record Words(Kind kind, String on, String off) implements Meaning {
        @Override
        public Optional<Value> of(JsonNode node) {
            String word = Json.text(node);
            if (same(word, on)) {
                return Optional.of(Value.of(kind, 1));
            }
            if (same(word, off)) {
                return Optional.of(Value.of(kind, 0));
            }
            return unknown(node)
                    ? Optional.empty()
                    : Optional.of(new Value.Unreadable(
                            kind.label() + " is neither '" + shown(on) + "' nor '" + shown(off) + "'"));
        }

        /** Truths are written true by one side and True by the other. */
        private static boolean same(String word, String other) {
            return word.equals(other)
                    || (word.equalsIgnoreCase(other) && TRUTHS.contains(word.toLowerCase(Locale.ROOT)));
        }

        private static String shown(String word) {
            return word.length() > 20 ? word.substring(0, 20) + "…" : word;
        }
    }

    /** A fan's speed in steps of its own as per cent: one below its least is off. */
    record Speed(Meaning number) implements Meaning {
        @Override
        public Kind kind() {
            return number.kind();
        }

        @Override
        public Optional<Value> of(JsonNode node) {
            return Template.number(node) == 0 ? Optional.of(Value.of(kind(), 0)) : number.of(node);
        }
    }

    private static boolean unknown(JsonNode node) {
        return node.isMissingNode() || node.isNull() || NOTHING.contains(Json.text(node));
    }
}
