package org.bmac.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
import org.springframework.jdbc.core.JdbcTemplate;

/** What programs take away, over real HTTP. */
@ServerTest
class ExportApiTests {
    private final Buildings buildings;
    private final History history;
    private final JdbcTemplate sql;
    private final Visitor visitor;
    private final Instant now;
    private PointId point = new PointId(1);
    private PointId other = new PointId(1);

    @Autowired
    ExportApiTests(Buildings buildings, History history, Clock clock, JdbcTemplate sql, @LocalServerPort int port) {
        this.buildings = buildings;
        this.history = history;
        this.sql = sql;
        this.visitor = new Visitor(port).named("admin", ServerTest.ADMIN_PASSWORD);
        this.now = clock.instant();
    }

    @BeforeEach
    void twoThermometers() {
        String tag = UUID.randomUUID().toString().substring(0, 12);
        Node node = buildings.addNode(tag, tag, Dialect.BMAC5, 0);
        point = buildings
                .ensurePoint(node.id(), Kind.TEMPERATURE, 0, false, Duration.ofSeconds(60))
                .id();
        other = buildings
                .ensurePoint(node.id(), Kind.TEMPERATURE, 1, false, Duration.ofSeconds(60))
                .id();
        for (int minute = 0; minute < 10; minute++) {
            Instant at = now.minusSeconds(600 - 60L * minute);
            history.on(new Reading(point, Value.of(Kind.TEMPERATURE, 20 + minute), Quality.GOOD, at));
            history.on(new Reading(other, Value.of(Kind.TEMPERATURE, -minute), Quality.GOOD, at));
        }
        TestPast.awaitSafe(history);
    }

    @Test
    void severalPointsComeAsOneCsvFile() {
        HttpResponse<String> answer = visitor.get("/api/v1/readings?point=" + point + "," + other);
        List<String> lines = answer.body().lines().toList();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\".*_" + inName(now.minus(Duration.ofDays(1))) + "_" + inName(now)
                        + "_readings\\.csv\"");
        assertThat(lines).hasSize(21);
        assertThat(lines.get(1)).startsWith(now.minusSeconds(600) + "," + point + ",Temperature,");
        assertThat(lines.get(20)).contains("," + other + ",", ",-9.0,good");
    }

    @Test
    void everythingIsAmongEverything() {
        assertThat(visitor.get("/api/v1/readings").body()).contains("," + point + ",", "," + other + ",");
    }

    @Test
    void summariesComeInStepsAndInNumber() {
        String hours =
                visitor.get("/api/v1/readings?buckets=hour&point=" + point).body();
        String few = visitor.get("/api/v1/readings?buckets=1&point=" + point).body();

        assertThat(hours.lines().skip(1).mapToLong(ExportApiTests::count).sum()).isEqualTo(10);
        assertThat(few.lines().skip(1)).singleElement().asString().contains(",10,20.0,29.0,24.5,29.0,");
    }

    @Test
    void arrowBeginsAndEndsAsSuch() {
        byte[] file = visitor.get("/api/v1/readings?format=arrow&point=" + point, BodyHandlers.ofByteArray())
                .body();

        assertThat(new String(file, 0, 6, StandardCharsets.US_ASCII)).isEqualTo("ARROW1");
        assertThat(new String(file, file.length - 6, 6, StandardCharsets.US_ASCII))
                .isEqualTo("ARROW1");
    }

    @Test
    void eachIsInTheAudit() {
        visitor.get("/api/v1/readings?point=" + point);

        assertThat(sql.queryForList("select reason from audit where what = 'EXPORT'", String.class))
                .anyMatch(words -> words.contains("single readings of Temperature"));
    }

    @Test
    void mistakesAreProblemsWithASentence() {
        assertProblem("from=yesterday", 400, "from is 'yesterday'; allowed is");
        assertProblem("from=2026-05-12T08:00:00Z&to=2026-05-12T08:00:00Z", 400, "is not before to");
        assertProblem("buckets=0", 400, "buckets is 0; allowed is 1 to 5000.");
        assertProblem("buckets=week", 400, "allowed is minute, quarter, hour, day");
        assertProblem("format=pdf", 400, "format is 'pdf'; allowed is csv or arrow.");
        assertProblem("floor=nowhere", 400, "There is no floor 'nowhere'.");
        assertProblem("point=999999", 404, "There is no point 999999.");
        assertProblem("point=none", 400, "");
    }

    /** The hour may turn while they come. */
    private static long count(String hour) {
        return Long.parseLong(hour.split(",", -1)[9]);
    }

    private static String inName(Instant at) {
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private void assertProblem(String query, int status, String words) {
        HttpResponse<String> answer = visitor.get("/api/v1/readings?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(words);
    }
}
