package org.bmac.homeassistant;

import java.util.List;
import java.util.Locale;
import org.bmac.point.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * A value template of the common forms, ready to be asked. Immutable; evaluating is total: what has no answer is a missing
 * node.
 */
sealed interface Template {
    /** Up to here every whole number is a double. */
    double MOST_EXACT = 9_007_199_254_740_992.0;

    /** The payload as it came. */
    Template VALUE = new Value();

    /** What it makes of a payload. */
    JsonNode of(Payload payload);

    /** A payload, read as JSON at most once. */
    record Payload(String text, JsonNode json) {
        static Payload of(Bytes bytes) {
            return new Payload(bytes.text().strip(), Json.read(bytes));
        }
    }

    /** {@code value}. */
    record Value() implements Template {
        @Override
        public JsonNode of(Payload payload) {
            return text(payload.text());
        }
    }

    /** {@code value_json} and what is below it; numbers index arrays. */
    record Path(List<String> steps) implements Template {
        @Override
        public JsonNode of(Payload payload) {
            JsonNode at = payload.json();
            for (String step : steps) {
                at = at.isArray() ? at.path(index(step)) : at.path(step);
            }
            return at;
        }

        private static int index(String step) {
            return step.matches("[0-9]{1,4}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
        }
    }

    /** A number or a text that stands in the template. */
    record Constant(JsonNode node) implements Template {
        @Override
        public JsonNode of(Payload payload) {
            return node;
        }
    }

    /** {@code a | filter(b)}. */
    record Filtered(Template from, String filter, List<Template> arguments) implements Template {
        /** The filters that are understood. */
        static final List<String> KNOWN = List.of(
                "float", "int", "round", "default", "d", "abs", "upper", "lower", "trim", "string", "is_defined");

        @Override
        public JsonNode of(Payload payload) {
            JsonNode node = from.of(payload);
            JsonNode argument = arguments.isEmpty()
                    ? MissingNode.getInstance()
                    : arguments.getFirst().of(payload);
            return switch (filter) {
                case "default", "d" -> node.isMissingNode() ? argument : node;
                case "is_defined" -> node;
                case "float" -> or(number(number(node)), argument);
                case "int" -> or(whole(number(node)), argument);
                case "abs" -> number(Math.abs(number(node)));
                case "round" -> rounded(number(node), argument.asInt(0));
                case "upper" -> text(Json.text(node).toUpperCase(Locale.ROOT));
                case "lower" -> text(Json.text(node).toLowerCase(Locale.ROOT));
                case "trim" -> text(Json.text(node).strip());
                default -> text(Json.text(node));
            };
        }

        private static JsonNode or(JsonNode node, JsonNode otherwise) {
            return node.isMissingNode() ? otherwise : node;
        }

        private static JsonNode whole(double number) {
            return integer(number < 0 ? Math.ceil(number) : Math.floor(number));
        }

        private static JsonNode rounded(double number, int decimals) {
            double scale = Math.pow(10, Math.clamp(decimals, 0, 9));
            return number(Math.rint(number * scale) / scale);
        }
    }

    /** Two numbers with + − * or / between them; what has no number has no answer. */
    record Sum(Template left, char sign, Template right) implements Template {
        @Override
        public JsonNode of(Payload payload) {
            JsonNode first = left.of(payload);
            JsonNode second = right.of(payload);
            double one = number(first);
            double other = number(second);
            boolean whole = first.isIntegralNumber() && second.isIntegralNumber();
            return switch (sign) {
                case '+' -> result(one + other, whole);
                case '-' -> result(one - other, whole);
                case '*' -> result(one * other, whole);
                default -> number(one / other);
            };
        }

        /** Two whole numbers make a whole one, which is written without a point. */
        private static JsonNode result(double number, boolean whole) {
            return whole ? integer(number) : number(number);
        }
    }

    /** Whether one number is less or more than another; never, where one of them is none. */
    record Compared(Template left, String sign, Template right) implements Template {
        @Override
        public JsonNode of(Payload payload) {
            double one = number(left.of(payload));
            double other = number(right.of(payload));
            boolean holds =
                    switch (sign) {
                        case "<" -> one < other;
                        case ">" -> one > other;
                        case "<=" -> one <= other;
                        default -> one >= other;
                    };
            return JsonNodeFactory.instance.booleanNode(holds);
        }
    }

    /** Whether two are the same, as text or as numbers. */
    record Same(Template left, Template right, boolean wanted) implements Template {
        @Override
        public JsonNode of(Payload payload) {
            JsonNode one = left.of(payload);
            JsonNode other = right.of(payload);
            return JsonNodeFactory.instance.booleanNode(same(one, other) == wanted);
        }

        private static boolean same(JsonNode one, JsonNode other) {
            if (one.isNumber() && other.isNumber()) {
                return number(one) == number(other);
            }
            return one.getNodeType() == other.getNodeType() && Json.text(one).equals(Json.text(other));
        }
    }

    /** {@code a if b else c}. */
    record Choice(Template then, Template condition, Template otherwise) implements Template {
        @Override
        public JsonNode of(Payload payload) {
            JsonNode asked = condition.of(payload);
            return (holds(asked) ? then : otherwise).of(payload);
        }

        private static boolean holds(JsonNode asked) {
            if (asked.isBoolean()) {
                return asked.asBoolean(false);
            }
            return asked.isNumber() ? number(asked) != 0 : !Json.text(asked).isEmpty();
        }
    }

    /** A text as a node. */
    static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    /** A number as a node; missing when it is not finite. */
    static JsonNode number(double number) {
        return Double.isFinite(number) ? JsonNodeFactory.instance.numberNode(number) : MissingNode.getInstance();
    }

    /** A whole number as a node, which is written without a point; missing when it is not finite. */
    static JsonNode integer(double number) {
        return Math.abs(number) <= MOST_EXACT ? JsonNodeFactory.instance.numberNode((long) number) : number(number);
    }

    /** The number that a node is or says; NaN when it says none. */
    static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.asDouble(Double.NaN);
        }
        String text = Json.text(node).strip();
        return text.matches("[+-]?[0-9]{1,20}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{1,3})?")
                ? Double.parseDouble(text)
                : Double.NaN;
    }
}
