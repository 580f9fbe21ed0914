package org.bmac.transfer;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.bmac.building.Spot;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An object in a file, whose fields are asked for by name; what is missing or of another kind is a {@link Fault}. */
record Fields(String where, JsonNode node) {
    private static final int LONGEST = 100;

    /** Something in a file is not as it should be. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault(String where, String reason) {
            super(reason);
            this.where = where;
        }

        final String where;

        Problem problem() {
            return new Problem(where, String.valueOf(getMessage()));
        }
    }

    Fault fault(String field, String reason) {
        return new Fault(field.isEmpty() ? where : where.isEmpty() ? field : where + "." + field, reason);
    }

    private @Nullable JsonNode at(String name) {
        if (!node.isObject()) {
            throw fault("", "Here should be an object in braces.");
        }
        JsonNode found = node.get(name);
        return found == null || found.isNull() ? null : found;
    }

    /** The objects of a list; none where the file has no such list. */
    List<Fields> list(String name, int most) {
        JsonNode found = at(name);
        if (found == null) {
            return List.of();
        }
        if (!found.isArray()) {
            throw fault(name, "Here should be a list in brackets.");
        }
        if (found.size() > most) {
            throw fault(name, "This list has " + found.size() + " entries; the most are " + most + ".");
        }
        List<Fields> list = new ArrayList<>();
        String path = where.isEmpty() ? name : where + "." + name;
        for (int i = 0; i < found.size(); i++) {
            list.add(new Fields(path + "[" + i + "]", found.get(i)));
        }
        return list;
    }

    @Nullable
    Fields object(String name) {
        JsonNode found = at(name);
        return found == null ? null : new Fields(where.isEmpty() ? name : where + "." + name, found);
    }

    /** A plain text of up to 255 letters; null where there is none. */
    @Nullable
    String text(String name) {
        JsonNode found = at(name);
        return found == null ? null : plain(name, found, 255);
    }

    String need(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw fault(name, "It is missing.");
        }
        return text;
    }

    /** A name as the editor takes it. */
    String name(String name) {
        String text = need(name).strip();
        if (text.length() > LONGEST) {
            throw fault(name, "A name has up to " + LONGEST + " letters.");
        }
        return text;
    }

    private String plain(String name, JsonNode found, int longest) {
        if (!found.isString()) {
            throw fault(name, "Here should be a text.");
        }
        String text = found.stringValue();
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw fault(name, "This text is longer than " + longest + " letters or has control characters.");
        }
        return text;
    }

    List<String> texts(String name, int most) {
        return list(name, most).stream()
                .map(each -> plain(name, each.node(), LONGEST))
                .toList();
    }

    boolean yes(String name, boolean otherwise) {
        JsonNode found = at(name);
        if (found == null) {
            return otherwise;
        }
        if (!found.isBoolean()) {
            throw fault(name, "Here should be true or false.");
        }
        return found.booleanValue();
    }

    @Nullable
    Double number(String name) {
        JsonNode found = at(name);
        return found == null ? null : number(name, found);
    }

    double need(String name, double least, double most) {
        Double number = number(name);
        if (number == null) {
            throw fault(name, "It is missing.");
        }
        if (!(number >= least && number <= most)) {
            throw fault(name, "It is " + number + "; allowed is " + least + " to " + most + ".");
        }
        return number;
    }

    private double number(String name, JsonNode found) {
        double number = found.isNumber() ? found.asDouble(Double.NaN) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw fault(name, "Here should be a number that is not too large.");
        }
        return number;
    }

    /** A whole number. */
    int whole(String name, int least, int most, @Nullable Integer otherwise) {
        if (at(name) == null && otherwise != null) {
            return otherwise;
        }
        double number = need(name, least, most);
        if (number != Math.rint(number)) {
            throw fault(name, "Here should be a whole number.");
        }
        return (int) number;
    }

    /** One of the words that we use. */
    <E extends Enum<E>> E word(String name, Class<E> all) {
        String text = need(name);
        for (E each : all.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return each;
            }
        }
        throw fault(name, "There is no " + text + " here.");
    }

    Spot spot() {
        return new Spot(need("x", 0, 1), need("y", 0, 1));
    }

    /** The corner that a pair of numbers is. */
    Spot corner() {
        if (!node.isArray() || node.size() != 2) {
            throw fault("", "A corner is a pair of numbers.");
        }
        double x = number("", node.get(0));
        double y = number("", node.get(1));
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw fault("", "A corner lies between 0 and 1 both ways.");
        }
        return new Spot(x, y);
    }

    @Nullable
    Bytes bytes(String name) {
        JsonNode found = at(name);
        if (found == null) {
            return null;
        }
        if (!found.isString()) {
            throw fault(name, "Here should be a text in Base64.");
        }
        try {
            return Bytes.wrap(Base64.getDecoder().decode(found.stringValue()));
        } catch (IllegalArgumentException e) {
            throw fault(name, "This is no Base64.");
        }
    }
}
