package org.bmac.certificate;

import java.util.List;
import java.util.regex.Pattern;

/** By which names a server may be reached. Pure. */
final class Names {
    private static final int MOST = 20;
    private static final int LONGEST = 253;
    private static final Pattern V4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern HOST = Pattern.compile(
            "(\\*\\.)?[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    private Names() {}

    /** Whether it is an IP address and no host name. */
    static boolean isAddress(String name) {
        return V4.matcher(name).matches() || V6.matcher(name).matches();
    }

    /**
     * Names that are separated by blanks or commas.
     *
     * @throws IllegalArgumentException with a sentence when there is none, or one can be none
     */
    static List<String> read(String text) {
        List<String> all = java.util.stream.Stream.of(text.strip().split("[\\s,;]+"))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Say by which host names or addresses the server is reached.");
        }
        if (all.size() > MOST) {
            throw new IllegalArgumentException("A certificate has up to " + MOST + " names.");
        }
        all.stream().filter(each -> !isName(each)).findFirst().ifPresent(each -> {
            throw new IllegalArgumentException("'" + each + "' is neither a host name nor an IP address.");
        });
        return all;
    }

    private static boolean isName(String name) {
        if (name.length() > LONGEST) {
            return false;
        }
        if (isAddress(name)) {
            return V4.matcher(name).matches() || org.bouncycastle.util.IPAddress.isValidIPv6(name);
        }
        return HOST.matcher(name).matches() && !name.matches("[0-9.]+");
    }
}
