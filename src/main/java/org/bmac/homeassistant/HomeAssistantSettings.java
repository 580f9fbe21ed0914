package org.bmac.homeassistant;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether devices of other worlds are taken in, and whether Home Assistant is told of ours.
 *
 * @param enabled whether announcements are listened to
 * @param prefix the topic below which devices announce themselves
 * @param trusted the topics at or below which devices may say and be told things; announcements that name others are refused
 * @param publish whether our nodes are announced
 * @param user in whose name, and with whose rights, Home Assistant commands our outputs; empty: it commands none
 */
@ConfigurationProperties("bmac.homeassistant")
record HomeAssistantSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("homeassistant") String prefix,

        @DefaultValue({"zigbee2mqtt", "tele", "stat", "cmnd", "tasmota", "esphome", "shellies"})
        List<String> trusted,

        @DefaultValue("false") boolean publish,
        @DefaultValue("") String user) {

    /** Below it our nodes say to Home Assistant what they say. */
    static final String OWN = "bmac";

    /** The first words of topics on which our nodes speak and are spoken to. */
    private static final Set<String> NODES =
            Set.of(OWN, "bmac5", "cc", "coffee", "io", "last", "log", "nsa", "plant", "presence", "pwm", "switch");

    HomeAssistantSettings {
        prefix = prefix.strip();
        user = user.strip();
        trusted = trusted.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        check("bmac.homeassistant.prefix", prefix);
        trusted.forEach(each -> check("bmac.homeassistant.trusted", each));
    }

    private static void check(String key, String topic) {
        boolean plain = !topic.isEmpty()
                && !topic.startsWith("$")
                && !topic.startsWith("/")
                && topic.chars().noneMatch(c -> c == '+' || c == '#' || c <= ' ');
        if (!plain || NODES.contains(topic.split("/", 2)[0])) {
            throw new IllegalArgumentException(
                    key + " is '" + topic
                            + "'; allowed are topics without blanks and wildcards on which no node of BMaC speaks, such as zigbee2mqtt.");
        }
    }
}
