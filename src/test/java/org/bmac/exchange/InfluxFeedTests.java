package org.bmac.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.point.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Feeding a server that keeps, fails, stalls and refuses, over real HTTP. */
class InfluxFeedTests {
    private static final Instant START = Instant.parse("2026-05-12T08:00:00Z");

    private final Room room = new Room();
    private final FakeInflux influx = new FakeInflux();
    private final List<InfluxFeed> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(InfluxFeed::close);
        influx.close();
    }

    @Test
    void whatIsKeptBeforeAndWhileItRunsGetsThere() {
        room.keepRamp(START, 12_000);
        InfluxFeed feed = feed();

        await().untilAsserted(() -> assertThat(influx.kept).hasSize(12_000));
        hear(feed, room.celsius(START.plus(Duration.ofDays(3)), 21.5));

        await().untilAsserted(() -> assertThat(influx.kept.values())
                .contains("temperature,channel=0,name=Temperature,node=\\=foyer,point=1"
                        + " value=21.5,quality=\"good\" "
                        + START.plus(Duration.ofDays(3)).toEpochMilli()));
        await().untilAsserted(() -> assertThat(feed.state())
                .hasValueSatisfying(state -> assertThat(state.words()).isEqualTo("up to date")));
        assertThat(influx.sizes).allMatch(size -> size <= 7_000);
        assertThat(influx.tokens).containsOnly("Token secret");
        assertThat(influx.addresses).containsOnly("/api/v2/write?bucket=my%20bucket&org=us&precision=ms");
    }

    @Test
    void anOutageLosesNothing() {
        AtomicInteger turn = new AtomicInteger();
        int[] answers = {500, 429, FakeInflux.STALL, 503, 401, 404, 204};
        influx.answer = _ -> answers[Math.min(turn.getAndIncrement(), answers.length - 1)];
        room.keepRamp(START, 3_000);
        InfluxFeed feed = feed();

        await().untilAsserted(() -> assertThat(feed.state()).hasValueSatisfying(state -> {
            assertThat(state.up()).isFalse();
            assertThat(state.words()).contains("nothing gets to 127.0.0.1", "since 2026-05-12T08:00:00Z");
            assertThat(state.words()).doesNotContain("secret");
        }));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(influx.kept).hasSize(3_000));
        await().untilAsserted(() -> assertThat(feed.state())
                .hasValueSatisfying(state -> assertThat(state.up()).isTrue()));
    }

    @Test
    void aServerThatIsGoneIsMadeUpForWhenItIsBack() {
        int port = influx.port();
        influx.close();
        room.keepRamp(START, 100);
        InfluxFeed feed = feed("http://127.0.0.1:" + port);
        await().untilAsserted(() -> assertThat(feed.state())
                .hasValueSatisfying(state -> assertThat(state.words()).contains("it cannot be reached")));

        try (FakeInflux back = new FakeInflux(port)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(back.kept).hasSize(100));
        }
    }

    @Test
    void aRestartGoesOnWhereItStopped() {
        room.keepRamp(START, 5_000);
        InfluxFeed first = feed();
        await().untilAsserted(() -> assertThat(influx.kept).hasSize(5_000));
        await().untilAsserted(() -> assertThat(marks()).isPositive());
        first.close();
        influx.kept.clear();
        room.keepRamp(START.plus(Duration.ofDays(2)), 10);

        feed();

        await().untilAsserted(() -> assertThat(influx.kept).hasSizeGreaterThanOrEqualTo(10));
        await().pollDelay(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(influx.kept).hasSizeLessThan(10 + 361 + 1));
    }

    private int marks() {
        Integer found =
                new JdbcTemplate(room.database).queryForObject("select count(*) from exchange_mark", Integer.class);
        return found == null ? 0 : found;
    }

    @Test
    void whatComesLateGetsThereToo() {
        room.clock.set(START.minusSeconds(60));
        InfluxFeed feed = feed();
        hear(feed, room.celsius(START.plusSeconds(100), 20));
        await().untilAsserted(() -> assertThat(influx.kept).hasSize(1));

        hear(feed, room.celsius(START.plusSeconds(50), 19));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(influx.kept).hasSize(2));
    }

    @Test
    void whatIsOwedGetsThereToo() {
        InfluxFeed feed = feed();
        await().untilAsserted(() -> assertThat(feed.state())
                .hasValueSatisfying(state -> assertThat(state.words()).isEqualTo("up to date")));
        room.keepRamp(START.minus(Duration.ofDays(9)), 2_500);

        feed.owe(
                room.temperature,
                START.minus(Duration.ofDays(10)).toEpochMilli(),
                START.minus(Duration.ofDays(8)).toEpochMilli());

        await().untilAsserted(() -> assertThat(influx.kept).hasSize(2_500));
    }

    @Test
    void aLineThatIsRefusedDoesNotHoldUpTheOthers() {
        room.keepRamp(START, 400);
        influx.answer = lines -> lines.stream().anyMatch(line -> line.contains("value=13.0,")) ? 400 : 204;
        InfluxFeed feed = feed();

        await().untilAsserted(() -> assertThat(influx.kept).hasSize(392));
        await().untilAsserted(() -> assertThat(feed.state())
                .hasValueSatisfying(state -> assertThat(state.words()).isEqualTo("up to date; 8 lines were refused")));
    }

    @Test
    void whereEverythingIsRefusedNothingIsGivenUp() {
        room.keepRamp(START, 400);
        influx.answer = _ -> 400;
        InfluxFeed feed = feed();
        await().untilAsserted(() -> assertThat(feed.state())
                .hasValueSatisfying(state -> assertThat(state.up()).isFalse()));

        influx.answer = _ -> 204;

        await().untilAsserted(() -> assertThat(influx.kept).hasSize(400));
    }

    @Test
    void versionOneHasADatabase() {
        assertThat(new InfluxSettings("https://influx:8086/", "u:p", "", "", "my db").target())
                .hasToString("https://influx:8086/write?db=my%20db&precision=ms");
        assertThat(new InfluxSettings("http://influx:8086", "secret", "", "b", ""))
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void wrongSettingsAreSaid() {
        assertThatThrownBy(() -> new InfluxSettings("influx:8086", "", "", "b", ""))
                .hasMessageStartingWith("bmac.influx.url is 'influx:8086'; allowed is http:// or https://");
        assertThatThrownBy(() -> new InfluxSettings("http://me:secret@influx", "", "", "b", ""))
                .hasMessageContaining("names a user")
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> new InfluxSettings("http://influx", "", "", "", ""))
                .hasMessageContaining("allowed is one of them");
        assertThatThrownBy(() -> new InfluxSettings("http://influx", "", "", "b", "d"))
                .hasMessageContaining("allowed is one of them");
        assertThat(new InfluxSettings("", "", "", "", "").isOn()).isFalse();
    }

    private InfluxFeed feed() {
        return feed(influx.url());
    }

    private InfluxFeed feed(String url) {
        InfluxFeed feed = new InfluxFeed(
                new InfluxSettings(url, "secret", "us", "my bucket", ""),
                new InfluxRows(new JdbcTemplate(room.database)),
                room.history,
                room.buildings,
                room.clock,
                Duration.ofSeconds(1),
                Duration.ofMillis(20));
        open.add(feed);
        feed.open();
        return feed;
    }

    private void hear(InfluxFeed feed, Reading reading) {
        feed.on(reading);
        room.hear(reading);
    }
}
