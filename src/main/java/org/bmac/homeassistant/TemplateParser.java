package org.bmac.homeassistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads value templates of the common forms; total: anything else is empty. */
final class TemplateParser {
    /** So long a template may be. */
    static final int LONGEST = 1_000;

    private static final int DEEPEST = 16;

    private final String text;
    private int at;
    private int depth;

    private TemplateParser(String text) {
        this.text = text;
    }

    /** The template that a text is; empty when it is of a form that is not supported. The empty text is the payload itself. */
    static Optional<Template> parse(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return Optional.of(Template.VALUE);
        }
        if (bare.length() > LONGEST || !bare.startsWith("{{") || !bare.endsWith("}}") || bare.length() < 5) {
            return Optional.empty();
        }
        TemplateParser parser = new TemplateParser(bare.substring(2, bare.length() - 2));
        Template read = parser.choice();
        parser.blanks();
        return read == null || parser.at < parser.text.length() ? Optional.empty() : Optional.of(read);
    }

    private @Nullable Template choice() {
        if (++depth > DEEPEST) {
            return null;
        }
        Template then = same();
        if (then != null && word("if")) {
            Template condition = same();
            Template otherwise = condition != null && word("else") ? choice() : null;
            then = condition == null || otherwise == null ? null : new Template.Choice(then, condition, otherwise);
        }
        depth--;
        return then;
    }

    private @Nullable Template same() {
        Template left = sum();
        boolean equal = left != null && taken("==");
        if (left == null) {
            return null;
        }
        if (equal || taken("!=")) {
            Template right = sum();
            return right == null ? null : new Template.Same(left, right, equal);
        }
        for (String sign : List.of("<=", ">=", "<", ">")) {
            if (taken(sign)) {
                Template right = sum();
                return right == null ? null : new Template.Compared(left, sign, right);
            }
        }
        return left;
    }

    private @Nullable Template sum() {
        Template left = product();
        while (left != null && (next('+') || next('-'))) {
            left = with(left, text.charAt(at++), product());
        }
        return left;
    }

    private @Nullable Template product() {
        Template left = filtered();
        while (left != null && (next('*') || next('/'))) {
            left = with(left, text.charAt(at++), filtered());
        }
        return left;
    }

    private static @Nullable Template with(Template left, char sign, @Nullable Template right) {
        return right == null ? null : new Template.Sum(left, sign, right);
    }

    private @Nullable Template filtered() {
        Template from = primary();
        while (from != null && taken("|")) {
            String name = name();
            List<Template> arguments = arguments();
            from = arguments == null || !Template.Filtered.KNOWN.contains(name)
                    ? null
                    : new Template.Filtered(from, name, arguments);
        }
        return from;
    }

    /** What stands in round brackets behind a filter; null when it cannot be read. */
    private @Nullable List<Template> arguments() {
        List<Template> found = new ArrayList<>();
        if (!taken("(") || taken(")")) {
            return found;
        }
        do {
            Template argument = choice();
            if (argument == null) {
                return null;
            }
            found.add(argument);
        } while (taken(","));
        return taken(")") ? List.copyOf(found) : null;
    }

    private @Nullable Template primary() {
        blanks();
        if (taken("(")) {
            Template inner = choice();
            return inner != null && taken(")") ? inner : null;
        }
        char first = at < text.length() ? text.charAt(at) : ' ';
        if (first == '\'' || first == '"') {
            String quoted = quoted();
            return quoted == null ? null : new Template.Constant(Template.text(quoted));
        }
        return first == '-' || digit(first) ? constant() : variable();
    }

    private @Nullable Template constant() {
        int from = at++;
        while (at < text.length() && (digit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(from, at);
        double number = Template.number(Template.text(digits));
        if (Double.isNaN(number)) {
            return null;
        }
        return new Template.Constant(digits.indexOf('.') < 0 ? Template.integer(number) : Template.number(number));
    }

    private @Nullable Template variable() {
        return switch (name()) {
            case "value" -> Template.VALUE;
            case "value_json" -> path();
            default -> null;
        };
    }

    private @Nullable Template path() {
        List<String> steps = new ArrayList<>();
        while (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '[')) {
            String step = text.charAt(at++) == '.' ? name() : bracketed();
            if (step == null || step.isEmpty()) {
                return null;
            }
            steps.add(step);
        }
        return new Template.Path(List.copyOf(steps));
    }

    private @Nullable String bracketed() {
        blanks();
        String step = next('\'') || next('"') ? quoted() : name();
        return taken("]") ? step : null;
    }

    private @Nullable String quoted() {
        int end = text.indexOf(text.charAt(at), at + 1);
        if (end < 0) {
            return null;
        }
        String inner = text.substring(at + 1, end);
        at = end + 1;
        return inner.indexOf('\\') < 0 ? inner : null;
    }

    private String name() {
        blanks();
        int from = at;
        while (at < text.length() && named(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean word(String word) {
        int before = at;
        if (name().equals(word)) {
            return true;
        }
        at = before;
        return false;
    }

    private boolean taken(String sign) {
        blanks();
        boolean there = text.startsWith(sign, at);
        at += there ? sign.length() : 0;
        return there;
    }

    private boolean next(char wanted) {
        blanks();
        return at < text.length() && text.charAt(at) == wanted;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean named(char c) {
        return digit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
