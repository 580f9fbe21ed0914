package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bmac.broker.BrokerAddress;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTests {
    private static final Bytes QUERY = Bytes.hex(
            "4e59414e5344" // NYANSD
                    + "0900" // nine bytes follow
                    + "01" // a question
                    + "01" // one
                    + "51 00 04 6d717474"); // Q, any protocol, "mqtt"

    @Test
    void questionAndAnswerAreByteForByteThoseOfTheProtocol() throws IOException {
        assertThat(NyanQuery.write("mqtt")).isEqualTo(QUERY);
        assertThat(NyanQuery.asksFor("mqtt", QUERY)).isTrue();
        Inet4Address loopback = address(127, 0, 0, 1);
        assertThat(new NyanAnswer(loopback, "localhost", 21883, "mqtt").bytes())
                .isEqualTo(Bytes.hex(
                        "4e59414e5344" // NYANSD
                                + "1c00" // 28 bytes follow
                                + "02" // an answer
                                + "01" // one
                                + "53 7f000001" // S, 127.0.0.1
                                + "00" // no IPv6
                                + "0900 6c6f63616c686f7374" // "localhost"
                                + "7b55" // port 21883
                                + "01" // TCP
                                + "0400 6d717474")); // "mqtt"
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4e59414e5344 0200 01 00", // no filter at all
                "4e59414e5344 0500 01 01 51 00 00", // an empty filter
                "4e59414e5344 0700 01 01 51 01 02 6d71", // part of the name, TCP
                "4e59414e5344 0c00 01 02 51 02 01 78 51 00 03 717474", // the second of two
            })
    void questionsThatIncludeUs(String packet) {
        assertThat(NyanQuery.asksFor("mqtt", Bytes.hex(packet))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4e59414e5344",
                "4e59414e5344 0900 02 01 51 00 04 6d717474", // an answer
                "4e59414e5344 0800 01 01 51 00 04 6d717474", // a wrong length
                "4e59414e5344 0900 01 01 51 02 04 6d717474", // UDP
                "4e59414e5344 0900 01 01 51 00 04 68747470", // "http"
                "4e59414e5344 0900 01 01 51 00 05 6d717474", // a filter beyond the end
                "4e59414e5344 0900 01 02 51 00 04 6d717474", // a second question is missing
                "4e59414e5345 0900 01 01 51 00 04 6d717474", // NYANSE
                "4e59414e5344 0900 01 01 53 00 04 6d717474", // not Q
            })
    void whatIsNoQuestionForUs(String packet) {
        assertThat(NyanQuery.asksFor("mqtt", Bytes.hex(packet))).isFalse();
    }

    @Test
    void noiseNeverThrows() {
        SplittableRandom random = new SplittableRandom(11310);
        int asked = 0;
        for (int i = 0; i < 1_000_000; i++) {
            byte[] packet = Arrays.copyOf(QUERY.toArray(), random.nextInt(24));
            for (int n = random.nextInt(3); n > 0 && packet.length > 0; n--) {
                packet[random.nextInt(packet.length)] = (byte) random.nextInt();
            }
            asked += NyanQuery.asksFor("mqtt", Bytes.wrap(packet)) ? 1 : 0;
        }
        assertThat(asked).isPositive();
    }

    @Test
    void brokerOnLoopbackIsNamedToThisMachineOnly() throws IOException {
        URI embedded = URI.create("mqtt://127.0.0.1:1883");
        InetAddress here = address(127, 0, 0, 1);
        InetAddress elsewhere = address(192, 0, 2, 7);
        assertThat(Announced.to(here, embedded))
                .hasValueSatisfying(answer -> assertThat(answer.port()).isEqualTo(1883));
        assertThat(Announced.to(elsewhere, embedded)).isEmpty();
        assertThat(Announced.to(elsewhere, URI.create("mqtt://192.0.2.1:1884")))
                .hasValueSatisfying(
                        answer -> assertThat(answer.address().getHostAddress()).isEqualTo("192.0.2.1"));
    }

    @Test
    void brokerBehindTlsIsNotNamedBecauseThoseNodesCannotSpeakIt() throws IOException {
        assertThat(Announced.to(address(127, 0, 0, 1), URI.create("mqtts://192.0.2.1:8883")))
                .isEmpty();
    }

    @Test
    void brokerThatListensEverywhereIsNamedByTheAddressThatFacesTheAsker() throws IOException {
        assertThat(Announced.to(address(127, 0, 0, 1), URI.create("mqtt://0.0.0.0:1883")))
                .hasValueSatisfying(answer ->
                        assertThat(answer.address().isLoopbackAddress()).isTrue());
    }

    @Test
    void answersFromThePortOnWhichItWasAsked() throws IOException {
        int port = freePort();
        Discovery discovery = discovery(port);
        discovery.open();
        try (DatagramSocket asker = new DatagramSocket(0, address(127, 0, 0, 1))) {
            asker.setSoTimeout(5_000);
            send(asker, port, Bytes.of("garbage"));
            send(asker, port, QUERY);
            DatagramPacket answer = new DatagramPacket(new byte[512], 512);
            asker.receive(answer);
            assertThat(answer.getPort()).isEqualTo(port);
            assertThat(Bytes.wrap(Arrays.copyOf(answer.getData(), answer.getLength())))
                    .isEqualTo(new NyanAnswer(address(127, 0, 0, 1), "127.0.0.1", 1883, "mqtt").bytes());
        } finally {
            discovery.close();
        }
    }

    @Test
    void takenPortStopsNothing() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(0))) {
            Discovery discovery = discovery(taken.getLocalPort());
            discovery.open();
            discovery.close();
            assertThat(taken.isClosed()).isFalse();
        }
    }

    @Test
    void wrongPortIsSaidInOneSentence() {
        assertThatThrownBy(() -> new DiscoverySettings(true, 70_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bmac.discovery.port is 70000");
    }

    private static Discovery discovery(int port) {
        return new Discovery(new DiscoverySettings(true, port), new BrokerAddress(URI.create("mqtt://127.0.0.1:1883")));
    }

    private static Inet4Address address(int... numbers) throws IOException {
        return (Inet4Address) InetAddress.getByAddress(Bytes.of(numbers).toArray());
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void send(DatagramSocket asker, int port, Bytes bytes) throws IOException {
        byte[] array = bytes.toArray();
        asker.send(new DatagramPacket(array, array.length, address(127, 0, 0, 1), port));
    }
}
