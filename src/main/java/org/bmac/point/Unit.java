package org.bmac.point;

import java.util.Locale;

/** The unit of a number that a point reports, and how many decimals of it mean something to a person. */
public enum Unit {
    CELSIUS("°C", 1),
    RELATIVE_HUMIDITY("%RH", 0),
    HECTOPASCAL("hPa", 1),
    PARTS_PER_MILLION("ppm", 0),
    PERCENT("%", 0),
    CUPS("cups", 0),
    /** A raw count of an analogue converter; it has no physical meaning before it is calibrated. */
    RAW("raw", 0),
    /** For what is said in a word (on, off, occupied, heating) and not in a number. */
    NONE("", 0);

    private final String symbol;
    private final int decimals;

    Unit(String symbol, int decimals) {
        this.symbol = symbol;
        this.decimals = decimals;
    }

    /** The symbol as people write it behind the number; empty for {@link #NONE}. */
    public String symbol() {
        return symbol;
    }

    /** Decimals to show, at least 0. */
    public int decimals() {
        return decimals;
    }

    /** A number with its unit for people: "21.5 °C", "612 ppm". */
    String inWords(double number) {
        return String.format(Locale.ROOT, "%." + decimals + "f %s", number, symbol)
                .strip();
    }
}
