package org.bmac.cnc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.NodeId;
import org.bmac.building.TestBuildings;
import org.bmac.node.NodeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Events of carbon dioxide, kept and offered to another program over real HTTP. */
class Co2EventsTests {
    private static final Instant AT = Instant.parse("2026-05-12T08:00:00Z");
    private static final Co2Event WORSE = new Co2Event(AT, "lab-1", null, 1, true, 897);

    private final DataSource database = TestBuildings.database();
    private final Buildings buildings = TestBuildings.over(database, _ -> {});
    private final Co2Rows rows = new Co2Rows(JdbcClient.create(database));
    private final List<Object> published = new CopyOnWriteArrayList<>();
    private final Co2Events events = new Co2Events(rows, buildings, published::add);
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private int[] answers = {204};
    private final HttpServer other;

    Co2EventsTests() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            posted.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answers[Math.min(turn.getAndIncrement(), answers.length - 1)], -1);
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void close() {
        events.close();
        other.stop(0);
    }

    @Test
    void whatANodeSaysIsKeptWithItsNodeAndPublished() {
        NodeId node = buildings.addNode(null, "lab-1", Dialect.FIRMWARE, 2).id();
        events.open();

        events.on(new NodeMessage.Co2Event("lab-1", 1, true, 897), null, AT);
        events.on(new NodeMessage.Co2Event("nobody", 0, false, 698), null, AT.plusSeconds(1));
        events.on(new NodeMessage.LastWill(), null, AT);

        await().untilAsserted(() -> assertThat(published).hasSize(2));
        assertThat(events.newest(10))
                .containsExactly(
                        new Co2Event(AT.plusSeconds(1), "nobody", null, 0, false, 698),
                        new Co2Event(AT, "lab-1", node, 1, true, 897));
        assertThat(events.newest(1)).hasSize(1);
    }

    @Test
    void onlyTheNewestAreKept() {
        JdbcClient sql = JdbcClient.create(database);
        IntStream.range(0, 12).forEach(_ -> rows.add(WORSE));
        sql.sql("update co2_event set ppm = 1 where number <= 5").update();
        rows.clear();
        assertThat(rows.newest(100)).hasSize(12);

        sql.sql("alter table co2_event alter column number restart with " + (Co2Rows.MOST + 6))
                .update();
        rows.add(WORSE);
        rows.clear();

        assertThat(rows.newest(100)).hasSize(7).allMatch(event -> event.ppm() == 897);
    }

    @Test
    void theOtherProgramGetsEachAsTheOriginalServerSentIt() {
        Co2Webhook webhook = webhook("http://127.0.0.1:" + other.getAddress().getPort() + "/");
        try {
            webhook.on(WORSE);
            webhook.on(new Co2Event(AT, "lab \"2\"", null, 2, true, 1196));
            webhook.on(new Co2Event(AT, "lab-1", null, 0, false, 698));

            await().untilAsserted(() -> assertThat(posted)
                    .containsExactly(
                            "POST application/json {\"state\":\"warn\",\"location\":\"lab-1\",\"increase\":true,\"ppm\":897}",
                            "POST application/json"
                                    + " {\"state\":\"crit\",\"location\":\"lab \\\"2\\\"\",\"increase\":true,\"ppm\":1196}",
                            "POST application/json"
                                    + " {\"state\":\"ok\",\"location\":\"lab-1\",\"increase\":false,\"ppm\":698}"));
        } finally {
            webhook.close();
        }
    }

    @Test
    void whatFailsIsTriedAgainAndWhatIsRefusedIsNot() {
        answers = new int[] {500, 503, 204, 400, 204};
        Co2Webhook webhook = webhook("http://127.0.0.1:" + other.getAddress().getPort() + "/");
        try {
            webhook.on(WORSE);
            webhook.on(new Co2Event(AT, "refused", null, 0, false, 698));
            webhook.on(new Co2Event(AT, "last", null, 0, false, 698));

            await().untilAsserted(() -> assertThat(posted).hasSize(5));
            assertThat(posted.subList(0, 3)).allMatch(body -> body.contains("lab-1"));
            assertThat(posted.get(3)).contains("refused");
            assertThat(posted.get(4)).contains("last");
        } finally {
            webhook.close();
        }
    }

    @Test
    void aProgramThatIsGoneHoldsNobodyUp() {
        other.stop(0);
        Co2Webhook webhook = webhook("http://127.0.0.1:" + other.getAddress().getPort() + "/");
        try {
            long begin = System.nanoTime();
            IntStream.range(0, 5_000).forEach(_ -> webhook.on(WORSE));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        } finally {
            webhook.close();
        }
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> new CncSettings(false, "", "", "ftp://x"))
                .hasMessage(
                        "bmac.cnc.co2-webhook is 'ftp://x'; allowed is http:// or https:// with a host and without a user,"
                                + " such as https://localhost/.");
        assertThatThrownBy(() -> new CncSettings(false, "", "", "http://user:word@x/"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Co2Webhook webhook(String url) {
        Co2Webhook made = new Co2Webhook(
                new CncSettings(false, "", "", url), JsonMapper.builder().build(), Duration.ofMillis(5));
        made.open();
        return made;
    }
}
