package org.bmac.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bmac.broker.Message;
import org.bmac.broker.Properties5;
import org.bmac.point.Bytes;

/** Traffic of the unmodified firmware and its servers, a message a line: time, topic, q, r, l, payload in hex. */
final class Capture {
    static final List<String> FILES = List.of(
            "A-cnc-server",
            "B-boot-thp-co2",
            "C-pwm-io-first-boot",
            "D-pwm-io-commands",
            "E-jura-switch-motion-plant-juraterm",
            "G-maintenance-ota-sos");

    private Capture() {}

    static List<Message> read(String file) {
        String resource = "/captures/" + file + ".txt";
        try (InputStream in = Objects.requireNonNull(Capture.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(Capture::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message line(String line) {
        String[] words = line.split(" ", -1);
        String[] time = words[0].split("\\.", -1);
        return new Message(
                words[1],
                words.length > 5 ? Bytes.hex(words[5]) : Bytes.NONE,
                Integer.parseInt(words[2].substring(1)),
                words[3].equals("r1"),
                false,
                Properties5.NONE,
                Instant.ofEpochSecond(Long.parseLong(time[0]), Long.parseLong(time[1])));
    }
}
