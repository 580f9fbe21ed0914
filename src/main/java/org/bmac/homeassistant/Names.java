package org.bmac.homeassistant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

/** What devices and their quantities are called here. Pure. */
final class Names {
    private static final int UID_BYTES = 6;
    /** Says, in the first byte of a network address, that nobody assigned it: IEEE 802, the bit for local administration. */
    private static final int LOCAL = 0x02;

    private static final int GROUP = 0x01;
    private static final int LONGEST = 60;

    private Names() {}

    /** Twelve hex digits that are always the same for a device, and no network card's. */
    static String uid(Device device) {
        byte[] hash = sha256("device\n" + device.id());
        hash[0] = (byte) ((hash[0] | LOCAL) & ~GROUP);
        return HexFormat.of().formatHex(hash, 0, UID_BYTES);
    }

    /** What tells a quantity apart from all others, in 64 hex digits. */
    static String signal(Device device, Signal signal) {
        return HexFormat.of().formatHex(sha256("signal\n" + device.id() + "\n" + signal.key()));
    }

    /** The device's name as a location that nobody has yet: the name, or with a number behind it. */
    static String location(Device device, Predicate<String> taken) {
        String name = clean(device.name());
        String base = name.isEmpty() || name.matches("[0-9a-fA-F]{12}")
                ? "Device " + (name.isEmpty() ? uid(device) : name)
                : name;
        String found = base;
        for (int i = 2; taken.test(found); i++) {
            found = base + " " + i;
        }
        return found;
    }

    private static String clean(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints().limit(LONGEST).forEach(c -> clean.appendCodePoint(isForbidden(c) ? ' ' : c));
        return clean.toString().replaceAll("\\s+", " ").strip();
    }

    private static boolean isForbidden(int c) {
        return Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0xfffd
                || ";/+#".indexOf(c) >= 0;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
