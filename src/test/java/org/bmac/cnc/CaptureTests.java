package org.bmac.cnc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;

/** What the original server answered, line by line, and what this one does. */
class CaptureTests {
    private static final Set<String> FROM_THE_CLIENT =
            Set.of("cc/ui/config", "cc/nodes/new", "cc/nodes/update", "cc/nodes/delete");
    private static final Set<String> TO_THE_CLIENT = Set.of("cc/nodes/all", "cc/ui/config/map");

    /** Topic, flags and payload in hex. */
    private record Line(String topic, String flags, String payload) {
        static Line of(String text) {
            String[] words = text.split(" ", -1);
            return new Line(words[1], words[2] + " " + words[3], words[5]);
        }

        @Override
        public String toString() {
            return topic + " " + flags + " " + payload;
        }
    }

    /** One thing that the client said, and the answers to it. */
    private record Turn(Line said, List<String> answers) {}

    private static List<Turn> turns() throws IOException {
        List<Turn> turns = new ArrayList<>();
        try (InputStream file =
                Objects.requireNonNull(CaptureTests.class.getResourceAsStream("/captures/A-cnc-server.txt"))) {
            for (String text : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                Line line = Line.of(text);
                if (FROM_THE_CLIENT.contains(line.topic())) {
                    turns.add(new Turn(line, new ArrayList<>()));
                } else if (TO_THE_CLIENT.contains(line.topic())) {
                    turns.getLast().answers().add(line.toString());
                }
            }
        }
        return turns;
    }

    @Test
    void everyQuestionIsAnsweredByteForByteAndEveryChangeIsTaken() throws IOException {
        Client client = new Client();
        List<Turn> turns = turns();
        assertThat(turns).hasSize(8);
        for (Turn turn : turns.subList(0, 7)) {
            client.says(turn.said().topic(), Bytes.hex(turn.said().payload()));
            assertThat(client.hears()).as("after %s", turn.said()).isEqualTo(turn.answers());
        }
        assertThat(turns.get(6).said().topic()).isEqualTo("cc/nodes/delete");
        assertThat(client.counted()).isEqualTo("2 questions answered, 4 changes");
    }

    /** The original did not listen on {@code cc/nodes/delete}; its last answer lists both as if nothing had been said. */
    @Test
    void whatIsDeletedIsNotListedAnyMore() throws IOException {
        Client client = new Client();
        turns().forEach(turn ->
                client.says(turn.said().topic(), Bytes.hex(turn.said().payload())));

        assertThat(client.hears())
                .last()
                .isEqualTo("cc/nodes/all q0 r0 "
                        + "3000000000000000" + "4e4f444553" + "01000000" // 48 bytes follow, NODES, one
                        + "230000004e4f44450c613032306136303030303031056c61622d310000f1420080804201000000");
    }

    @Test
    void aNodeThatAsksIsToldWhatTheClientGaveIt() throws IOException {
        Client client = new Client();
        turns().forEach(turn ->
                client.says(turn.said().topic(), Bytes.hex(turn.said().payload())));

        assertThat(client.node(Client.FIRST).modules()).isEqualTo(0x01);
        assertThat(client.node(Client.FIRST).location()).isEqualTo("lab-1");
        assertThat(client.node(Client.SECOND).modules()).isEqualTo(0x22);
        assertThat(client.node(Client.SECOND).location()).isEqualTo("lab-2b");
        assertThat(client.node(Client.SECOND).placed()).isFalse();
    }
}
