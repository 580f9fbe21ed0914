package org.bmac.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bmac.ServerTest;
import org.bmac.Visitor;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.history.History;
import org.bmac.history.TestPast;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs read of the past, over real HTTP. */
@ServerTest
class PastApiTests {
    private final Buildings buildings;
    private final History history;
    private final JsonMapper json;
    private final Visitor visitor;
    private final Instant now;
    private PointId point = new PointId(1);

    @Autowired
    PastApiTests(Buildings buildings, History history, Clock clock, JsonMapper json, @LocalServerPort int port) {
        this.buildings = buildings;
        this.history = history;
        this.json = json;
        this.visitor = new Visitor(port).named("admin", ServerTest.ADMIN_PASSWORD);
        this.now = clock.instant();
    }

    @BeforeEach
    void aThermometerWithTenMinutesBehindIt() {
        String tag = UUID.randomUUID().toString().substring(0, 12);
        Node node = buildings.addNode(tag, tag, Dialect.BMAC5, 0);
        point = buildings
                .ensurePoint(node.id(), Kind.TEMPERATURE, 0, false, Duration.ofSeconds(60))
                .id();
        for (int minute = 0; minute < 10; minute++) {
            Value value = minute == 9 ? new Value.Unreadable("garbled") : Value.of(Kind.TEMPERATURE, 20 + minute);
            Quality quality = minute == 9 ? Quality.BAD : Quality.GOOD;
            history.on(new Reading(point, value, quality, now.minusSeconds(600 - 60L * minute)));
        }
        TestPast.awaitSafe(history);
    }

    @Test
    void bucketsSumUpAWindow() {
        JsonNode past = read("from=" + now.minusSeconds(600) + "&to=" + now + "&buckets=2");

        assertThat(past.get("point").intValue()).isEqualTo(point.number());
        assertThat(past.has("readings")).isFalse();
        assertThat(past.get("buckets")).hasSize(2);
        JsonNode first = past.get("buckets").get(0);
        assertThat(first.get("from").stringValue())
                .isEqualTo(now.minusSeconds(600).toString());
        assertThat(first.get("count").intValue()).isEqualTo(5);
        assertThat(first.get("min").doubleValue()).isEqualTo(20);
        assertThat(first.get("max").doubleValue()).isEqualTo(24);
        assertThat(first.get("mean").doubleValue()).isEqualTo(22);
        assertThat(first.get("last").doubleValue()).isEqualTo(24);
        assertThat(first.get("coverage").doubleValue()).isEqualTo(1);
        assertThat(first.get("increase").isNull()).isTrue();
    }

    @Test
    void whatNothingIsKnownOfIsNull() {
        JsonNode gap = read("from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00%2B01:00&buckets=1")
                .get("buckets")
                .get(0);

        assertThat(gap.get("mean").isNull()).isTrue();
        assertThat(gap.get("coverage").doubleValue()).isZero();
    }

    @Test
    void readingsComeInPages() {
        JsonNode first = read("limit=6");
        JsonNode second = read("limit=6&from=" + first.get("next").stringValue());

        assertThat(first.get("readings")).hasSize(6);
        assertThat(second.get("readings")).hasSize(4);
        assertThat(second.has("next")).isFalse();
        assertThat(second.get("readings").get(3).get("value").isNull()).isTrue();
        assertThat(second.get("readings").get(3).get("quality").stringValue()).isEqualTo("bad");
    }

    @Test
    void theHeaderLeadsFromPageToPageInBothForms() {
        for (String format : List.of("csv", "json")) {
            HttpResponse<String> page = visitor.get(path("limit=4&format=" + format));
            StringBuilder all = new StringBuilder(page.body());
            int pages = 1;
            for (Optional<String> next = next(page); next.isPresent(); next = next(page)) {
                page = visitor.get(next.get());
                all.append(page.body());
                pages++;
            }

            assertThat(pages).isEqualTo(3);
            for (int minute = 1; minute <= 10; minute++) {
                assertThat(all.toString())
                        .containsOnlyOnce((format.equals("csv") ? "\n" : "\"at\":\"") + now.minusSeconds(60L * minute));
            }
        }
    }

    @Test
    void theLastPageLeadsNowhere() {
        String whole =
                "from=" + now.minusSeconds(600) + "&to=" + now.minusSeconds(60).plusMillis(1);

        assertThat(next(visitor.get(path("limit=10&" + whole)))).isEmpty();
        assertThat(read("limit=10&" + whole).has("next")).isFalse();
        assertThat(next(visitor.get(path("buckets=1")))).isEmpty();
        assertThat(next(visitor.get(path("limit=9&" + whole + "&format=csv"))))
                .hasValueSatisfying(next -> assertThat(next)
                        .isEqualTo("/api/v1/points/" + point + "/readings?from="
                                + now.minusSeconds(120).plusMillis(1) + "&to="
                                + now.minusSeconds(60).plusMillis(1)
                                + "&limit=9&format=csv"));
    }

    /** The address of the header, as seen from this server. */
    private static Optional<String> next(HttpResponse<String> page) {
        return page.headers().firstValue("Link").map(link -> {
            assertThat(link).matches("<http://[^/]+/api/v1/.+>; rel=\"next\"");
            return link.substring(link.indexOf("/api/"), link.indexOf('>'));
        });
    }

    @Test
    void bothComeAsCsvToo() {
        HttpResponse<String> buckets = visitor.get(path("buckets=1&format=csv&from=" + now.minusSeconds(600)));
        HttpResponse<String> readings =
                visitor.with("Accept", "text/csv").get(path("limit=2&from=" + now.minusSeconds(600)));

        assertThat(buckets.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(buckets.body()).startsWith("from,to,count,min,max,mean,last,coverage,increase\r\n");
        assertThat(buckets.body()).contains(",9,20.0,28.0,24.0,28.0,1.0,\r\n");
        assertThat(readings.body())
                .isEqualTo("at,value,quality\r\n" + now.minusSeconds(600) + ",20.0,good\r\n" + now.minusSeconds(540)
                        + ",21.0,good\r\n");
    }

    @Test
    void mistakesAreProblemsWithASentence() {
        assertProblem(path("from=yesterday"), 400, "from is 'yesterday'; allowed is");
        assertProblem(path("from=2026-05-12T08:00:00Z&to=2026-05-12T08:00:00Z"), 400, "is not before to");
        assertProblem(path("buckets=0"), 400, "buckets is 0; allowed is 1 to 5000.");
        assertProblem(path("buckets=many"), 400, "");
        assertProblem(path("limit=20000"), 400, "limit is 20000; allowed is 1 to 10000.");
        assertProblem(path("format=pdf"), 400, "format is 'pdf'; allowed is json or csv.");
        assertProblem(path("from=-999999999-01-01T00:00:00Z"), 400, "The time is from 1970");
        assertProblem("/api/v1/points/999999/readings", 404, "There is no point 999999.");
    }

    @Test
    void aProblemIsNeverCsv() {
        visitor.with("Accept", "text/csv");

        assertProblem(path("buckets=0"), 400, "buckets is 0");
    }

    private String path(String query) {
        return "/api/v1/points/" + point + "/readings?" + query;
    }

    private JsonNode read(String query) {
        HttpResponse<String> answer = visitor.get(path(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private void assertProblem(String path, int status, String words) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(words);
    }
}
