package org.bmac.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.bmac.ServerTest;
import org.bmac.access.Actor;
import org.bmac.access.Users;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The port for images, and clients that use up more of it than a node would. */
@ServerTest
@TestPropertySource(
        properties = {
            "bmac.firmware.port=${random.int(20000,30000)}",
            "bmac.firmware.address=127.0.0.1",
            "bmac.firmware.url=https://localhost",
            "bmac.firmware.patience=60s",
            "spring.datasource.url=jdbc:h2:mem:firmware;DB_CLOSE_DELAY=-1"
        })
class ImageServerTests {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int LARGE = 12 << 20;

    private final List<Socket> clients = new ArrayList<>();

    @Autowired
    private ImageDoor door;

    @Autowired
    private FirmwareSettings settings;

    @Autowired
    private Images images;

    @Autowired
    private Buildings buildings;

    @Autowired
    private Users users;

    private @Nullable ImageServer server;

    @AfterEach
    void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        opened().destroy();
        assertThat(opened().connections()).isZero();
    }

    private ImageServer opened() {
        return Objects.requireNonNull(server);
    }

    private void open(ServerBounds bounds) throws IOException {
        server = new ImageServer(settings, new ImageAnswers(door), bounds);
        opened().listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static ServerBounds bounds(Duration idle, Duration head, Duration whole) {
        return new ServerBounds(idle, head, whole, 1_000, 4, 3);
    }

    private Socket client(String says) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), opened().port());
        clients.add(client);
        client.setSoTimeout((int) LONG.toMillis());
        client.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static String answer(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void awaitConnections(int expected) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(opened().connections()).isEqualTo(expected));
    }

    @Test
    void whoSaysNothingIsCutOff() throws IOException {
        open(bounds(SHORT, LONG, LONG));
        Socket silent = client("");
        Socket half = client("GET /?uid=");

        assertThat(answer(silent)).isEmpty();
        assertThat(answer(half)).isEmpty();
        awaitConnections(0);
    }

    @Test
    void whoDripsItsHeadIsCutOffThoughItNeverFallsSilent() throws IOException {
        open(bounds(LONG, SHORT, LONG));
        OutputStream out = client("GET /?uid=a020a6000001 HTTP/1.1\r\n").getOutputStream();
        awaitConnections(1);

        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> {
            drip(out);
            return opened().connections() == 0;
        });
    }

    private static void drip(OutputStream out) {
        try {
            out.write('x');
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }

    @Test
    void whoDoesNotTakeItsImageIsCutOff() throws IOException {
        open(bounds(LONG, LONG, SHORT));
        Socket lazy = client("GET /ota.php?uid=" + nodeWithALargeImage() + " HTTP/1.1\r\n\r\n");

        awaitConnections(0);

        assertThat(readToTheEnd(lazy)).isLessThan(LARGE);
    }

    private String nodeWithALargeImage() {
        Actor.Person admin = users.all().stream()
                .filter(user -> user.name().equals("admin"))
                .map(user -> new Actor.Person(user.id(), user.name(), user.role()))
                .findFirst()
                .orElseThrow();
        Node node = buildings.addNode("a020a6f00001", "large", Dialect.FIRMWARE, 0);
        Bytes content = Bytes.wrap(Arrays.copyOf(TestImages.esp8266("large").toArray(), LARGE));
        FirmwareImage image =
                images.add(admin, "test", new NewImage("large", "large", Dialect.FIRMWARE, "", "", content));
        images.assign(admin, "test", node.id(), image.id());
        return Objects.requireNonNull(node.uid());
    }

    private static long readToTheEnd(Socket client) {
        byte[] some = new byte[65_536];
        long all = 0;
        try {
            for (int read = 0; read >= 0; read = client.getInputStream().read(some)) {
                all += read;
            }
        } catch (IOException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return all;
    }

    @Test
    void aHeadThatIsTooLargeIsRefused() throws IOException {
        open(bounds(LONG, LONG, LONG));

        assertThat(answer(client("GET /?uid=a020a6000001 HTTP/1.1\r\nCookie: " + "x".repeat(2_000) + "\r\n\r\n")))
                .startsWith("HTTP/1.1 431 ")
                .endsWith("A request has up to 1000 bytes here.\n");
        assertThat(answer(client("x".repeat(1_000)))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void fromOneAddressOnlySoManyConnectAndThereIsRoomAgainWhenTheyLeave() throws IOException {
        open(bounds(LONG, LONG, LONG));
        List<Socket> idle = List.of(client(""), client(""), client(""));
        awaitConnections(3);
        Socket fourth = new Socket(InetAddress.getLoopbackAddress(), opened().port());
        clients.add(fourth);

        assertThat(readToTheEnd(fourth)).isZero();
        assertThat(opened().connections()).isEqualTo(3);
        idle.forEach(ImageServerTests::leave);
        awaitConnections(0);
        assertThat(answer(client("GET / HTTP/1.0\r\n\r\n"))).startsWith("HTTP/1.1 400 ");
    }

    private static void leave(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsNoRequestForAnImageIsAnsweredInWords() throws IOException {
        open(bounds(LONG, LONG, LONG));

        assertThat(said("POST /?uid=a020a6000001 HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc"))
                .contains(" 405 ")
                .contains("Images are fetched with GET.");
        assertThat(said("hello\r\n\r\n")).contains(" 400 ").contains("This is no request of HTTP/1.1.");
        assertThat(said("GET /?uid=a020a6zzzzzz HTTP/1.1\r\n\r\n"))
                .contains(" 400 ")
                .contains("Which node?");
        assertThat(said("GET /x/y?a=b&uid=A020A60FFFFF HTTP/1.0\nHost: x\n\n"))
                .contains(" 404 ")
                .contains("no firmware for this node");
    }

    /** Takes its leave as soon as it is answered. */
    private String said(String request) throws IOException {
        try (Socket client = client(request)) {
            client.shutdownOutput();
            return answer(client);
        }
    }
}
