package org.bmac.point;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a point senses or moves. The kind decides the unit, the type of {@link Value}, the range that can be true, and how
 * often a node is expected to say something where nobody has configured or observed otherwise.
 */
public enum Kind {
    TEMPERATURE("Temperature", Unit.CELSIUS, Layer.TEMPERATURE, 2, -40, 85),
    HUMIDITY("Humidity", Unit.RELATIVE_HUMIDITY, Layer.AIR, 2, 0, 100),
    PRESSURE("Air pressure", Unit.HECTOPASCAL, Layer.AIR, 2, 300, 1100),
    CO2("CO₂", Unit.PARTS_PER_MILLION, Layer.CO2, 30, 0, 10_000),
    MOTION("Motion", Unit.NONE, Layer.MOTION, 5, 0, 1),
    ESPRESSO("Espresso", Unit.CUPS, Layer.COFFEE, 60, 0, 4_294_967_295L),
    DOUBLE_ESPRESSO("Double espresso", Unit.CUPS, Layer.COFFEE, 60, 0, 4_294_967_295L),
    COFFEE("Coffee", Unit.CUPS, Layer.COFFEE, 60, 0, 4_294_967_295L),
    DOUBLE_COFFEE("Double coffee", Unit.CUPS, Layer.COFFEE, 60, 0, 4_294_967_295L),
    MOISTURE("Soil moisture", Unit.RAW, Layer.PLANT, 60, 0, 1_024),
    WEIGHT("Scale weight", Unit.RAW, Layer.PLANT, 60, -8_388_608, 8_388_607),
    RELAY("Relay", Unit.NONE, Layer.OUTPUTS, 0, 0, 1),
    FAN("Fan", Unit.PERCENT, Layer.OUTPUTS, 0, 0, 100),
    VALVE("Valve", Unit.PERCENT, Layer.OUTPUTS, 0, 0, 100),
    /** The relay that changes a whole section over between cooling (position 1) and heating (position 2). */
    CHANGEOVER("Heating/cooling", Unit.NONE, Layer.OUTPUTS, 0, 0, 1);

    private final String label;
    private final Unit unit;
    private final Layer layer;
    private final Duration interval;
    private final double least;
    private final double most;

    Kind(String label, Unit unit, Layer layer, long seconds, double least, double most) {
        this.label = label;
        this.unit = unit;
        this.layer = layer;
        this.interval = Duration.ofSeconds(seconds);
        this.least = least;
        this.most = most;
    }

    /** The quantity's name for people, in English. */
    public String label() {
        return label;
    }

    /** The one unit in which readings of this kind are kept and shown. */
    public Unit unit() {
        return unit;
    }

    /** The map layer that shows points of this kind. */
    public Layer layer() {
        return layer;
    }

    /** The usual time between two readings; zero when the point speaks on change only. */
    public Duration interval() {
        return interval;
    }

    /** Whether a person or a program may ask this point to take a value. */
    public boolean commandable() {
        return layer == Layer.OUTPUTS;
    }

    /** Whether it counts: it only goes up, except where it begins anew. */
    public boolean counts() {
        return unit == Unit.CUPS;
    }

    /** Whether a number in {@link #unit()} can be true for this kind; false for NaN. */
    public boolean plausible(double number) {
        return number >= least && number <= most;
    }

    /** The stable word for programs: lower case with hyphens, such as {@code double-espresso}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this {@linkplain #code() code}, or empty. */
    public static Optional<Kind> of(String code) {
        for (Kind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
