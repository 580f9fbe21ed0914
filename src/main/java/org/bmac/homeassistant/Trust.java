package org.bmac.homeassistant;

import java.util.List;

/** Which topics may be listened to and written on, as far as strangers name them. */
record Trust(List<String> prefixes) {
    private static final int LONGEST = 512;

    Trust {
        prefixes = List.copyOf(prefixes);
    }

    /** Whether a topic lies at or below one of the prefixes and names exactly one place. */
    boolean allows(String topic) {
        if (topic.length() > LONGEST || topic.chars().anyMatch(c -> c == '+' || c == '#' || c < ' ')) {
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
