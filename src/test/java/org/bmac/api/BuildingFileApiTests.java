package org.bmac.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bmac.ServerTest;
import org.bmac.Visitor;
import org.bmac.building.Buildings;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.PlanImage;
import org.bmac.point.Bytes;
import org.bmac.transfer.Transfers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The building taken away and brought by programs, over real HTTP. */
@ServerTest
class BuildingFileApiTests {
    private static final String PATH = "/api/v1/building/file";

    private final Buildings buildings;
    private final JdbcTemplate sql;
    private final Visitor visitor;
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    BuildingFileApiTests(Buildings buildings, JdbcTemplate sql, @LocalServerPort int port) {
        this.buildings = buildings;
        this.sql = sql;
        this.visitor = new Visitor(port).named("admin", ServerTest.ADMIN_PASSWORD);
    }

    private FloorId newFloor(int ordinal) {
        return buildings.addFloor("Floor " + tag, ordinal, 10, 10, new PlanImage("image/svg+xml", Bytes.of("<svg/>")));
    }

    private String file(int ordinal) {
        return "{\"format\":\"bmac-building\",\"version\":1,\"floors\":[{\"key\":\"1\",\"name\":\"Floor " + tag
                + "\",\"ordinal\":" + ordinal + ",\"width\":10,\"height\":10}]}";
    }

    private List<Floor> brought() {
        return buildings.current().floors().stream()
                .filter(floor -> floor.name().equals("Floor " + tag))
                .toList();
    }

    private List<@Nullable String> audited() {
        return sql.queryForList("select reason from audit where what in ('EXPORT', 'IMPORT')", String.class);
    }

    @Test
    void theBuildingComesAsADownload() {
        newFloor(1);

        HttpResponse<String> answer = visitor.get(PATH);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"building.json\"");
        assertThat(answer.body()).contains("\"bmac-building\"", "Floor " + tag);
        assertThat(audited()).contains("The whole building as a file.");
    }

    @Test
    void oneFloorComesWithWordsOfElsewhere() {
        String zone = ",\"zones\":[{\"name\":\"Nook\",\"kind\":\"office\",\"outline\":[[0,0],[1,0],[1,1]]}]}]}";
        visitor.json(PATH + "?dryRun=false", file(1).replace("}]}", zone));
        FloorId floor = brought().getFirst().id();

        HttpResponse<String> answer = visitor.get(PATH + "?words=brick&floor=" + floor);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Floor " + tag, "Nook", "brick:Office");
        assertThat(audited()).contains("Floor " + tag + " as a file.");
    }

    @Test
    void whatIsTakenAwayChangesNothingWhenItIsBrought() {
        newFloor(1);

        HttpResponse<String> answer = visitor.json(PATH, visitor.get(PATH).body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"dryRun\":true", "\"add\":0", "\"change\":0", "\"conflict\":0", "\"items\":[]")
                .doesNotContain(tag);
    }

    @Test
    void aFileIsLookedAtFirstAndCarriedOutWhenTold() {
        HttpResponse<String> dry = visitor.json(PATH, file(3));
        assertThat(dry.body()).contains("\"add\":1", "\"sort\":\"add\"", "Floor " + tag + " is new.");
        assertThat(brought()).isEmpty();

        HttpResponse<String> done = visitor.json(PATH + "?dryRun=false&name=house.json", file(3));

        assertThat(done.body()).contains("\"dryRun\":false", "\"add\":1", "\"taken\":true");
        assertThat(brought()).hasSize(1);
        assertThat(audited()).anyMatch(words -> words.contains("house.json: 1 added"));
    }

    @Test
    void aConflictStaysUntilItIsTaken() {
        newFloor(1);

        HttpResponse<String> left = visitor.json(PATH + "?dryRun=false", file(5));
        assertThat(left.body()).contains("\"conflict\":1", "\"taken\":false");
        assertThat(brought()).extracting(Floor::ordinal).containsExactly(1);

        HttpResponse<String> unknown = visitor.json(PATH + "?dryRun=false&take=nothing", file(5));
        assertProblem(unknown, 400, "no-such-conflict", "There is no conflict 'nothing'");
        assertThat(brought()).extracting(Floor::ordinal).containsExactly(1);

        HttpResponse<String> taken = visitor.json(PATH + "?dryRun=false&take=all", file(5));
        assertThat(taken.body()).contains("\"conflict\":1", "\"taken\":true");
        assertThat(brought()).extracting(Floor::ordinal).containsExactly(5);
    }

    @Test
    void filesThatCannotBeTakenAreProblems() {
        assertProblem(visitor.json(PATH, "{\"format\":"), 400, "damaged-file", "breaks off or is no JSON at line 1");
        assertProblem(visitor.json(PATH, "{\"format\":\"x\"}"), 400, "damaged-file", "This is no building file");
        assertProblem(visitor.json(PATH + "?dryRun=false", ""), 400, "damaged-file", "This file is empty.");
        assertProblem(
                visitor.json(PATH, "{\"format\":\"bmac-building\",\"version\":2}"),
                422,
                "newer-file",
                "This file is of version 2");
        assertProblem(
                visitor.json(PATH, " ".repeat(Transfers.MOST_BYTES + 1)), 413, "too-large-file", "has up to 64 MB");
    }

    @Test
    void mistakesInTheAddressAreProblems() {
        assertProblem(visitor.get(PATH + "?words=klingon"), 400, "bad-parameter", "allowed is brick or haystack");
        assertProblem(visitor.json(PATH + "?dryRun=maybe", file(1)), 400, "bad-parameter", "must be true or false");
        assertThat(visitor.get(PATH + "?floor=nowhere").body()).contains("There is no floor 'nowhere'.");
        assertThat(visitor.post(PATH + "?dryRun=false", Map.of("a", "b")).statusCode())
                .isEqualTo(415);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains(words);
    }
}
