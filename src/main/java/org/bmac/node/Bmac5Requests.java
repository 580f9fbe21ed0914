package org.bmac.node;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bmac.broker.Message;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** Reads what goes to BMaC 5 nodes; null for what a node drops. */
final class Bmac5Requests {
    private Bmac5Requests() {}

    static Bmac5Request.Command command(int channel, Message message) {
        return new Bmac5Request.Command(
                channel,
                message.payload(),
                message.properties().correlation(),
                message.properties().expiry());
    }

    static Bmac5Request.@Nullable Periods periods(Bytes payload) {
        if (payload.length() % 3 != 0) {
            return null;
        }
        Map<Integer, Duration> byChannel = new HashMap<>();
        for (int at = 0; at < payload.length(); at += 3) {
            byChannel.put(payload.at(at), Duration.ofSeconds(Little.u16(payload, at + 1)));
        }
        return new Bmac5Request.Periods(byChannel);
    }

    static Bmac5Request.@Nullable Get get(Bytes payload) {
        return switch (payload.length()) {
            case 0 -> new Bmac5Request.Get(null);
            case 1 -> new Bmac5Request.Get(payload.at(0));
            default -> null;
        };
    }

    static Bmac5Request.@Nullable Upgrade upgrade(Bytes payload) {
        if (payload.length() <= 36) {
            return null;
        }
        URI image = address(payload.text(36, payload.length()));
        return image == null ? null : new Bmac5Request.Upgrade(Little.u32(payload, 0), payload.slice(4, 36), image);
    }

    private static @Nullable URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }
}
