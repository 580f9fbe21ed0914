package org.bmac.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.bmac.exchange.Line.Field;
import org.jspecify.annotations.Nullable;

/**
 * InfluxDB's line protocol, both ways, as its reference (InfluxDB 2, "Line protocol") has it. Pure; reading never throws.
 *
 * <p>The protocol cannot say everything: in names and tags an end of a line is written as a blank and a backslash at the end as a
 * slash, and a tag without a value is left out.
 */
final class LineProtocol {
    private LineProtocol() {}

    /** Without the end of the line. */
    static String write(Line line) {
        StringBuilder to = new StringBuilder();
        head(to, line.measurement(), line.tags());
        char before = ' ';
        for (Map.Entry<String, Field> field : line.fields().entrySet()) {
            name(to.append(before), field.getKey());
            value(to.append('='), field.getValue());
            before = ',';
        }
        if (line.time() != null) {
            to.append(' ').append(line.time());
        }
        return to.toString();
    }

    /** Measurement and tags, which are the same for all readings of a point. */
    static void head(StringBuilder to, String measurement, Map<String, String> tags) {
        name(to, measurement);
        tags.forEach((key, value) -> {
            if (!value.isEmpty()) {
                name(to.append(','), key);
                name(to.append('='), value);
            }
        });
    }

    private static void name(StringBuilder to, String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case ',', '=', ' ' -> to.append('\\').append(c);
                case '\n', '\r' -> to.append("\\ ");
                case '\\' -> to.append(i == name.length() - 1 ? '/' : '\\');
                default -> to.append(c);
            }
        }
    }

    private static void value(StringBuilder to, Field field) {
        switch (field) {
            case Field.Real(double number) -> to.append(number);
            case Field.Whole(long number) -> to.append(number).append('i');
            case Field.Truth(boolean truth) -> to.append(truth);
            case Field.Text(String text) ->
                to.append('"')
                        .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
        }
    }

    /** Reads one line, without its end; a text in it may hold ends of lines. */
    static LineRead read(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return new LineRead.Nothing();
        }
        try {
            return new Scan(text).line();
        } catch (Wrong wrong) {
            return new LineRead.Unreadable(String.valueOf(wrong.getMessage()));
        }
    }

    /** Whether a text that was begun in this line is not ended in it, so that it goes on in the next. */
    static boolean goesOn(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) != ' ') {
            at += escapes(line, at) ? 2 : 1;
        }
        boolean inText = false;
        for (int i = at; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inText && c == '\\') {
                i++;
            } else if (c == '"' && (inText || begins(line, i))) {
                inText = !inText;
            }
        }
        return inText;
    }

    /** Whether a backslash stands here before one of those that mean something in names. */
    private static boolean escapes(String text, int at) {
        return text.charAt(at) == '\\' && at + 1 < text.length() && ",= ".indexOf(text.charAt(at + 1)) >= 0;
    }

    /** Whether what stands here is the beginning of a value: an equals sign comes before, and no backslash before that. */
    private static boolean begins(String line, int at) {
        return at > 1 && line.charAt(at - 1) == '=' && line.charAt(at - 2) != '\\';
    }

    /** Why a line cannot be read; never leaves this class. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** Goes through a line once. */
    private static final class Scan {
        private final String text;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        Line line() throws Wrong {
            String measurement = name(", ", "measurement");
            SequencedMap<String, String> tags = new LinkedHashMap<>();
            while (next() == ',') {
                at++;
                String key = key("tag");
                tags.put(key, name(", ", "value of the tag " + shown(key)));
            }
            blanks("There are no fields.");
            SequencedMap<String, Field> fields = new LinkedHashMap<>();
            do {
                String key = key("field");
                fields.put(key, field(key));
            } while (more());
            return new Line(measurement, tags, fields, time());
        }

        private boolean more() {
            boolean more = next() == ',';
            at += more ? 1 : 0;
            return more;
        }

        private String key(String what) throws Wrong {
            String key = name("=, ", "name of a " + what);
            if (next() != '=') {
                throw new Wrong("The " + what + " " + shown(key) + " has no value.");
            }
            at++;
            return key;
        }

        private char next() {
            return at < text.length() ? text.charAt(at) : '\n';
        }

        private String name(String ends, String what) throws Wrong {
            StringBuilder name = new StringBuilder();
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                char c = text.charAt(at);
                boolean escapes = escapes(text, at);
                name.append(escapes ? text.charAt(at + 1) : c);
                at += escapes ? 2 : 1;
            }
            if (name.isEmpty()) {
                throw new Wrong("The " + what + " is missing.");
            }
            return name.toString();
        }

        private void blanks(String missing) throws Wrong {
            if (next() != ' ') {
                throw new Wrong(missing);
            }
            while (next() == ' ') {
                at++;
            }
        }

        private Field field(String key) throws Wrong {
            if (next() == '"') {
                return new Field.Text(quoted(key));
            }
            int from = at;
            while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ' ') {
                at++;
            }
            return plain(key, text.substring(from, at));
        }

        private String quoted(String key) throws Wrong {
            StringBuilder quoted = new StringBuilder();
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                char c = text.charAt(at);
                boolean escapes = c == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
                quoted.append(escapes ? text.charAt(at + 1) : c);
                at += escapes ? 2 : 1;
            }
            if (at == text.length()) {
                throw new Wrong("The text of the field " + shown(key) + " does not end.");
            }
            at++;
            return quoted.toString();
        }

        private static Field plain(String key, String value) throws Wrong {
            switch (value) {
                case "t", "T", "true", "True", "TRUE" -> {
                    return new Field.Truth(true);
                }
                case "f", "F", "false", "False", "FALSE" -> {
                    return new Field.Truth(false);
                }
                default -> {}
            }
            if (value.matches("[-+]?[0-9]+[iu]")) {
                return whole(key, value);
            }
            if (value.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?")) {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return new Field.Real(number);
                }
            }
            throw new Wrong("The field " + shown(key) + " is " + shown(value) + ", which is no number.");
        }

        private static Field whole(String key, String value) throws Wrong {
            try {
                return new Field.Whole(Long.parseLong(value.substring(0, value.length() - 1)));
            } catch (NumberFormatException _) {
                throw new Wrong("The field " + shown(key) + " is " + shown(value) + ", which is too large.");
            }
        }

        private @Nullable Long time() throws Wrong {
            String rest = text.substring(at).strip();
            if (rest.isEmpty()) {
                return null;
            }
            if (text.charAt(at) != ' ') {
                throw new Wrong("After a field stands " + shown(rest) + ".");
            }
            try {
                return Long.valueOf(rest);
            } catch (NumberFormatException _) {
                throw new Wrong("The time is " + shown(rest) + ", which is no whole number.");
            }
        }

        private static String shown(String text) {
            return "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + "'";
        }
    }
}
