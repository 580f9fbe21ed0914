package org.bmac.node;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** What a BMaC 5 node is asked or told. */
public sealed interface Bmac5Request extends Request {
    /** The first word of every topic of the dialect, with its slash. */
    String PREFIX = "bmac5/";

    /** Without the properties that the request needs: send what {@link #to(String)} gives. */
    @Override
    default String topic(String uid) {
        return PREFIX
                + uid
                + switch (this) {
                    case Command command -> "/c/" + command.channel();
                    case Periods _ -> "/cfg";
                    case Get _ -> "/get";
                    case Upgrade _ -> "/fw";
                };
    }

    /** QoS 1, with the properties and the expiry that belong to the request. */
    @Override
    default Outgoing to(String uid) {
        return new Outgoing(topic(uid), payload(), 1, this instanceof Periods, properties(uid));
    }

    /** As {@link #to(String)}: how long each may wait is part of it. */
    @Override
    default Outgoing to(String uid, Duration patience) {
        return to(uid);
    }

    private Properties5 properties(String uid) {
        return switch (this) {
            case Command command ->
                new Properties5(
                        PREFIX + uid + "/a/" + command.channel(),
                        command.correlation(),
                        command.patience(),
                        null,
                        Map.of());
            case Periods _ -> Properties5.NONE;
            case Get _ -> Properties5.expiring(Duration.ofSeconds(10));
            case Upgrade _ -> Properties5.expiring(Duration.ofHours(1));
        };
    }

    /**
     * Take this value. The node answers with {@link Answered.Command} unless it is too late by then.
     *
     * @param value coded by the channel's kind
     * @param correlation 1 to 8 bytes, which the answer repeats; null only on what others have sent
     * @param patience until when it may be delivered, in whole seconds; null only on what others have sent
     */
    record Command(
            int channel,
            Bytes value,
            @Nullable Bytes correlation,
            @Nullable Duration patience) implements Bmac5Request {
        @Override
        public Bytes payload() {
            return value;
        }
    }

    /** Report these channels this often; on change only where it is zero. The broker keeps it for the node. */
    record Periods(Map<Integer, Duration> byChannel) implements Bmac5Request {
        public Periods {
            byChannel = Map.copyOf(byChannel);
        }

        @Override
        public Bytes payload() {
            int[] bytes = new int[3 * byChannel.size()];
            int i = 0;
            for (Map.Entry<Integer, Duration> entry : new TreeMap<>(byChannel).entrySet()) {
                int seconds = (int) entry.getValue().toSeconds();
                bytes[i++] = entry.getKey();
                bytes[i++] = seconds;
                bytes[i++] = seconds >> 8;
            }
            return Bytes.of(bytes);
        }
    }

    /**
     * Report now.
     *
     * @param channel that one; null: say hello again and report every channel
     */
    record Get(@Nullable Integer channel) implements Bmac5Request {
        @Override
        public Bytes payload() {
            return channel == null ? Bytes.NONE : Bytes.of(channel);
        }
    }

    /**
     * Fetch this firmware.
     *
     * @param sha256 of the image, 32 bytes
     */
    record Upgrade(long size, Bytes sha256, URI image) implements Bmac5Request {
        public Upgrade {
            if (size < 0 || size > 0xffff_ffffL || sha256.length() != 32) {
                throw new IllegalArgumentException("an image has less than 4 GiB and a SHA-256 of 32 bytes");
            }
        }

        @Override
        public Bytes payload() {
            byte[] address = image.toASCIIString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            byte[] all = new byte[36 + address.length];
            System.arraycopy(Little.bytes(size, 4).toArray(), 0, all, 0, 4);
            System.arraycopy(sha256.toArray(), 0, all, 4, 32);
            System.arraycopy(address, 0, all, 36, address.length);
            return Bytes.wrap(all);
        }
    }
}
