package org.bmac.node;

import java.util.function.Function;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** What goes to firmware nodes, by the topic on which they listen. */
enum Overhearing {
    PWM("pwm/"),
    IO("io/"),
    SWITCH("switch/"),
    PLANT("plants/"),
    COFFEE("coffee/command/"),
    RESTART_ALL("presence/restart/all"),
    RESTART("presence/restart"),
    TELL("presence/tell"),
    PING("presence/ping"),
    UPGRADE("upgrade"),
    MAINTENANCE("cc/");

    private static final Overhearing[] ALL = values();
    private final String prefix;

    Overhearing(String prefix) {
        this.prefix = prefix;
    }

    private @Nullable Request read(Bytes payload) {
        return switch (this) {
            case PWM -> PwmRequest.read(payload);
            case IO -> IoRequest.read(payload);
            case SWITCH -> SwitchRequest.read(payload);
            case PLANT -> PlantRequest.read(payload);
            case COFFEE -> coffee(payload);
            case RESTART_ALL -> new Broadcast.RestartAll();
            case RESTART -> ofOne(payload, Broadcast.Restart::new);
            case TELL -> new Broadcast.Tell();
            case PING -> new Broadcast.Ping();
            case UPGRADE -> ofOne(payload, Broadcast.Upgrade::new);
            case MAINTENANCE -> Maintenance.read(payload);
        };
    }

    static @Nullable Overhearing of(String topic) {
        for (Overhearing one : ALL) {
            boolean fits = one.prefix.endsWith("/") ? topic.startsWith(one.prefix) : topic.equals(one.prefix);
            if (fits) {
                return one;
            }
        }
        return null;
    }

    static NodeMessage read(String topic, Bytes payload) {
        Overhearing one = of(topic);
        if (one == null) {
            return new NodeMessage.Ignored(Why.NOT_OURS);
        }
        Request request = one.read(payload);
        return request == null
                ? Wire.unreadable(Fault.UNKNOWN_COMMAND, "no node obeys that")
                : new NodeMessage.Overheard(one.nameIn(topic), request);
    }

    private String nameIn(String topic) {
        return prefix.endsWith("/") ? topic.substring(prefix.length()) : "";
    }

    /** The talk of the original servers with their clients, and the address that nodes store but never use. */
    static boolean betweenServers(String topic) {
        return topic.startsWith("cc/ui/")
                || topic.startsWith("cc/nodes/")
                || topic.startsWith("cc/firmware")
                || topic.equals("cc/ota_url");
    }

    private static @Nullable Request ofOne(Bytes payload, Function<String, Request> made) {
        return Wire.uid(payload, payload.length()) ? made.apply(payload.text()) : null;
    }

    private static @Nullable Request coffee(Bytes payload) {
        String line = payload.text();
        return CoffeeRequest.allowed(line) ? new CoffeeRequest(line) : null;
    }
}
