package org.bmac.node;

import java.util.EnumMap;
import java.util.Map;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** How BMaC 5 codes the values of each kind, in one to four bytes, least significant first. */
public enum Coding {
    TEMPERATURE(0x01, Kind.TEMPERATURE, 2, 100, 0),
    HUMIDITY(0x02, Kind.HUMIDITY, 1, 2, 0),
    /** (Pa − 50,000) / 2 on the wire, so 50 steps are one hPa and the lowest is 500 hPa. */
    PRESSURE(0x03, Kind.PRESSURE, 2, 50, 25_000),
    CO2(0x04, Kind.CO2, 2, 1, 0),
    MOTION(0x05, Kind.MOTION, 1, 1, 0),
    ESPRESSO(0x06, Kind.ESPRESSO, 4, 1, 0),
    DOUBLE_ESPRESSO(0x07, Kind.DOUBLE_ESPRESSO, 4, 1, 0),
    COFFEE(0x08, Kind.COFFEE, 4, 1, 0),
    DOUBLE_COFFEE(0x09, Kind.DOUBLE_COFFEE, 4, 1, 0),
    RELAY(0x10, Kind.RELAY, 1, 1, 0),
    FAN(0x11, Kind.FAN, 1, 1, 0),
    VALVE(0x12, Kind.VALVE, 1, 1, 0),
    CHANGEOVER(0x13, Kind.CHANGEOVER, 1, 1, 0);

    private static final Map<Kind, Coding> BY_KIND = new EnumMap<>(Kind.class);
    private static final Coding[] BY_CODE = new Coding[0x14];

    static {
        for (Coding coding : values()) {
            BY_KIND.put(coding.kind, coding);
            BY_CODE[coding.code] = coding;
        }
        // The table of the protocol numbers the outputs 10 to 13 without saying whether that is hex, as its bytes
        // elsewhere are. The decimal numbers are free, so they are understood as well.
        for (int i = 0; i < 4; i++) {
            BY_CODE[10 + i] = BY_CODE[0x10 + i];
        }
    }

    private final int code;
    private final Kind kind;
    private final int bytes;
    private final double steps;
    private final long zero;

    Coding(int code, Kind kind, int bytes, double steps, long zero) {
        this.code = code;
        this.kind = kind;
        this.bytes = bytes;
        this.steps = steps;
        this.zero = zero;
    }

    /** The byte that stands for the kind in a hello. */
    public int code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    /** How many bytes a value takes. */
    public int bytes() {
        return bytes;
    }

    /** The coding of a kind; null for kinds that BMaC 5 does not have. */
    public static @Nullable Coding of(Kind kind) {
        return BY_KIND.get(kind);
    }

    static @Nullable Coding of(int code) {
        return code < BY_CODE.length ? BY_CODE[code] : null;
    }

    /**
     * The value in these bytes; null when there are too few or too many, {@link Value.Unreadable} when they say what cannot
     * be.
     */
    public @Nullable Value read(Bytes value) {
        if (value.length() != bytes) {
            return null;
        }
        long raw =
                switch (bytes) {
                    case 1 -> value.at(0);
                    case 2 -> this == TEMPERATURE ? Little.i16(value, 0) : Little.u16(value, 0);
                    default -> Little.u32(value, 0);
                };
        return Value.of(kind, (raw + zero) / steps);
    }

    /**
     * The bytes of a number in the kind's unit, rounded to what they can say.
     *
     * @throws IllegalArgumentException when they cannot say it
     */
    public Bytes write(double number) {
        long raw = (long) Math.rint(number * steps) - zero;
        long least = this == TEMPERATURE ? Short.MIN_VALUE : 0;
        long most = this == TEMPERATURE ? Short.MAX_VALUE : (1L << (8 * bytes)) - 1;
        if (!kind.plausible(number) || raw < least || raw > most) {
            throw new IllegalArgumentException(
                    kind.label() + " cannot be " + number + " " + kind.unit().symbol());
        }
        return Little.bytes(raw, bytes);
    }
}
