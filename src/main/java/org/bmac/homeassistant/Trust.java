package org.bmac.homeassistant;

import java.util.List;
import java.util.Locale;

/** Which topics may be listened to and written on, as far as strangers name them. */
record Trust(List<String> prefixes) {
    private static final int LONGEST = 256;
    private static final int DEEPEST = 20;

    /** Below these words bridges and devices are administered, and nothing in a building is moved. */
    private static final List<String> ADMINISTRATION = List.of("/bridge/request/", "/backlog", "/upgrade", "/otaurl");

    Trust {
        prefixes = List.copyOf(prefixes);
    }

    /** What no topic may have, and what some brokers and clients take amiss: MQTT 5, 1.5.4. */
    private static boolean isForbidden(int c) {
        return c == '+'
                || c == '#'
                || Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || (c >= 0xfdd0 && c <= 0xfdef)
                || (c & 0xfffe) == 0xfffe;
    }

    /** Whether a topic may also be written on: not where devices are administered. */
    boolean allowsWriting(String topic) {
        String small = topic.toLowerCase(Locale.ROOT);
        return allows(topic) && ADMINISTRATION.stream().noneMatch(small::contains);
    }

    /** Whether a topic lies at or below one of the prefixes and names exactly one place. */
    boolean allows(String topic) {
        if (topic.length() > LONGEST
                || topic.chars().filter(c -> c == '/').count() > DEEPEST
                || topic.codePoints().anyMatch(Trust::isForbidden)) {
            return false;
        }
        for (String prefix : prefixes) {
            String folder = prefix.endsWith("/") ? prefix : prefix + "/";
            if (folder.length() > 1 && (topic.equals(prefix) || topic.startsWith(folder))) {
                return true;
            }
        }
        return false;
    }
}
