package org.bmac.broker;

/** Topic filters of MQTT, as chapter 4.7 of its specification has them. */
final class TopicFilter {
    private TopicFilter() {}

    /**
     * The filter itself when it is well formed.
     *
     * @throws IllegalArgumentException when it is empty, has a wildcard that does not fill its level, a # before the
     *     end, or is shared
     */
    static String checked(String filter) {
        if (filter.isEmpty() || filter.indexOf('\0') >= 0 || filter.startsWith("$share/")) {
            throw malformed(filter);
        }
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean wild = levels[i].indexOf('+') >= 0 || levels[i].indexOf('#') >= 0;
            boolean early = levels[i].equals("#") && i < levels.length - 1;
            if (early || (wild && levels[i].length() > 1)) {
                throw malformed(filter);
            }
        }
        return filter;
    }

    /** Whether a topic matches a well-formed filter; {@code a/#} matches {@code a} too, {@code #} not {@code $SYS}. */
    static boolean matches(String filter, String topic) {
        if (topic.startsWith("$") && (filter.startsWith("#") || filter.startsWith("+"))) {
            return false;
        }
        int f = 0;
        int t = 0;
        while (f < filter.length()) {
            char wanted = filter.charAt(f);
            if (wanted == '#') {
                return true;
            }
            if (wanted == '+') {
                f++;
                t = endOfLevel(topic, t);
            } else if (t < topic.length() && topic.charAt(t) == wanted) {
                f++;
                t++;
            } else {
                return t == topic.length() && filter.startsWith("/#", f) && f + 2 == filter.length();
            }
        }
        return t == topic.length();
    }

    private static int endOfLevel(String topic, int from) {
        int slash = topic.indexOf('/', from);
        return slash < 0 ? topic.length() : slash;
    }

    private static IllegalArgumentException malformed(String filter) {
        return new IllegalArgumentException("a topic filter is such as a/+/c or a/#, not '" + filter + "'");
    }
}
