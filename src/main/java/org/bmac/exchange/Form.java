package org.bmac.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file is like. */
public enum Form {
    /** Comma-separated values (RFC 4180) in UTF-8 with a header. */
    CSV("CSV", "text/csv;charset=utf-8"),
    /** Arrow's columnar file, also known as Feather 2. */
    ARROW("Arrow (columns)", "application/vnd.apache.arrow.file");

    private final String label;
    private final String type;

    Form(String label, String type) {
        this.label = label;
        this.type = type;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** The media type. */
    public String type() {
        return type;
    }

    /** The stable word for programs, and the end of a file's name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form with this code. */
    public static Optional<Form> of(String code) {
        return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst();
    }
}
