package org.bmac.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.PlanImage;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.Zone;
import org.bmac.building.ZoneId;
import org.bmac.building.ZoneKind;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The building as a file, out and in, over real stores. */
class TransferTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UID = "a020a6000001";

    private final Buildings buildings = TestBuildings.empty(_ -> {});

    private static byte[] file(Buildings of) {
        return JSON.writeValueAsBytes(new BlueprintWriter(of, null).write(null));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withFloors(String floors) {
        return bytes("{\"format\":\"bmac-building\",\"version\":1,\"floors\":[" + floors + "]}");
    }

    private static byte[] withNodes(String nodes) {
        return bytes("{\"format\":\"bmac-building\",\"version\":1,\"nodes\":[" + nodes + "]}");
    }

    /** As it is in the file: what plans go through is the editor's business. */
    private static Comparison compared(Buildings with, byte[] file) {
        return Comparison.of(with, plan -> new PlanImage("image/svg+xml", plan), BlueprintReader.read(file));
    }

    private static DryRun bring(Buildings into, byte[] file, String... theirs) {
        List<DryRun> run = new ArrayList<>();
        into.changeTogether(() -> {
            Comparison comparison = compared(into, file);
            comparison.take(Set.copyOf(Arrays.asList(theirs)));
            run.add(comparison.dryRun());
        });
        return run.getFirst();
    }

    private static DryRun examine(Buildings with, byte[] file) {
        return compared(with, file).dryRun();
    }

    /** A building that chance has made, the same for the same seed. */
    private static Buildings some(long seed) {
        Random chance = new Random(seed);
        Buildings made = TestBuildings.empty(_ -> {});
        made.rename("House " + seed);
        List<FloorId> floors = new ArrayList<>();
        for (int i = 0; i < 1 + chance.nextInt(4); i++) {
            FloorId floor = made.addFloor("Floor " + i, i - 1, 1 + chance.nextDouble() * 900, 77, plan(seed + i));
            floors.add(floor);
            if (chance.nextBoolean()) {
                made.change(new Floor(floor, "Floor " + i, i - 1, 1, 1, 1, 0.5 + chance.nextDouble() * 99, 359.5));
            }
            for (int z = 0; z < chance.nextInt(5); z++) {
                made.addZone(new Zone(
                        new ZoneId(0),
                        floor,
                        "Zone " + chance.nextInt(3),
                        any(chance, ZoneKind.values()),
                        chance.nextBoolean() ? List.of() : List.of("warm", "süd"),
                        List.of(spot(chance), spot(chance), spot(chance))));
            }
        }
        for (int n = 0; n < chance.nextInt(12); n++) {
            String uid = chance.nextInt(4) == 0 ? null : String.format("a020a600%04x", n);
            Node node = made.addNode(uid, "node-" + n, any(chance, Dialect.values()), chance.nextInt(0x20));
            if (chance.nextBoolean()) {
                made.place(node.id(), new Placement(floors.get(chance.nextInt(floors.size())), spot(chance)));
            }
            for (int p = 0; p < chance.nextInt(5); p++) {
                Kind kind = any(chance, Kind.values());
                Point point = made.ensurePoint(
                        node.id(),
                        kind,
                        chance.nextInt(3),
                        chance.nextBoolean() ? "" : "P" + p,
                        null,
                        kind.commandable());
                if (chance.nextInt(3) == 0) {
                    made.place(point.id(), new Placement(floors.getFirst(), spot(chance)));
                }
                if (chance.nextInt(3) == 0) {
                    made.ensurePoint(
                            node.id(),
                            kind,
                            point.channel(),
                            kind.commandable(),
                            Duration.ofSeconds(chance.nextInt(99)));
                }
            }
        }
        if (chance.nextBoolean()) {
            made.archive(floors.getLast());
        }
        return made;
    }

    private static <T> T any(Random chance, T[] all) {
        return List.of(all).get(chance.nextInt(all.length));
    }

    private static Spot spot(Random chance) {
        return new Spot(chance.nextDouble(), chance.nextDouble());
    }

    private static PlanImage plan(long seed) {
        return new PlanImage("image/svg+xml", Bytes.of("<svg><path d=\"M0 0L" + seed + " 1\"/></svg>"));
    }

    /** Keys are numbers of the database, which differ; all else has to be the same. */
    private static String withoutKeys(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).replaceAll("\"(key|floor)\":\"[0-9]+\"", "\"$1\":\"?\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsTakenAwayIsTheSameBuildingWhenItIsBroughtToAnEmptyOne(long seed) {
        byte[] file = file(some(seed));

        DryRun run = bring(buildings, file);

        assertThat(run.problems()).isEmpty();
        assertThat(withoutKeys(file(buildings))).isEqualTo(withoutKeys(file));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSameFileTwiceChangesNothing(long seed) {
        byte[] file = file(some(seed));
        bring(buildings, file);
        byte[] once = file(buildings);

        DryRun again = bring(buildings, file);

        assertThat(again.items()).isEmpty();
        assertThat(again.same()).isPositive();
        assertThat(file(buildings)).isEqualTo(once);
    }

    @Test
    void aDryRunSaysWhatWouldBeAddedAndChangesNothing() {
        byte[] before = file(buildings);

        DryRun run = examine(buildings, file(some(3)));

        assertThat(run.count(DryRun.Sort.ADD)).isPositive();
        assertThat(file(buildings)).isEqualTo(before);
    }

    @Test
    void aConflictStaysAsItIsHereUnlessTheFileIsChosen() {
        buildings.addFloor("Ground", 0, 10, 10, plan(1));
        byte[] file = file(buildings);
        FloorId floor = buildings.current().floors().getFirst().id();
        buildings.change(new Floor(floor, "Ground", 5, 10, 10, 1));

        DryRun kept = bring(buildings, file);
        assertThat(kept.items()).singleElement().satisfies(item -> {
            assertThat(item.sort()).isEqualTo(DryRun.Sort.CONFLICT);
            assertThat(item.ours()).isEqualTo("5");
            assertThat(item.theirs()).isEqualTo("0");
        });
        assertThat(buildings.current().floors().getFirst().ordinal()).isEqualTo(5);

        bring(buildings, file, kept.items().getFirst().key());
        assertThat(buildings.current().floors().getFirst().ordinal()).isZero();
    }

    @Test
    void whatNobodyHasSaidHereIsFilledIn() {
        FloorId floor = buildings.addFloor("Ground", 0, 10, 10, plan(1));
        Node node = buildings.addNode(UID, UID, Dialect.FIRMWARE, 0);
        buildings.changeTogether(() -> {
            buildings.assign(node.id(), "lab-1", 1, new Placement(floor, new Spot(0.25, 0.75)));
            buildings.change(new Floor(floor, "Ground", 0, 10, 10, 1, 12.5, 90.0));
        });
        Buildings other = TestBuildings.empty(_ -> {});
        other.addFloor("ground", 0, 10, 10, plan(1));
        other.addNode(UID, UID, Dialect.FIRMWARE, 0);

        DryRun run = bring(other, file(buildings));

        assertThat(run.count(DryRun.Sort.CHANGE)).isEqualTo(5);
        assertThat(run.count(DryRun.Sort.CONFLICT)).isZero();
        Node placed = Objects.requireNonNull(other.current().nodeOfUid(UID));
        assertThat(placed.location()).isEqualTo("lab-1");
        assertThat(placed.modules()).isEqualTo(1);
        assertThat(placed.placement())
                .isEqualTo(new Placement(other.current().floors().getFirst().id(), new Spot(0.25, 0.75)));
        assertThat(other.current().floors().getFirst().metres()).isEqualTo(12.5);
    }

    @Test
    void aSourceOfWhichOnlyTheLocationWasKnownKeepsItsPointsWhenTheFileKnowsItsUid() {
        Node heard = buildings.addNode(null, "lab-1", Dialect.FIRMWARE, 0);
        Point point = buildings.ensurePoint(heard.id(), Kind.CO2, 0);

        bring(
                buildings,
                withNodes("{\"uid\":\"" + UID + "\",\"location\":\"lab-1\",\"dialect\":\"firmware\",\"modules\":2}"));

        Node node = Objects.requireNonNull(buildings.current().nodeOfUid(UID));
        assertThat(node.location()).isEqualTo("lab-1");
        assertThat(buildings.current().pointOf(node.id(), Kind.CO2, 0)).isNotNull();
        assertThat(buildings.current().point(point.id())).isPresent();
    }

    @Test
    void aLocationThatAnotherNodeHasIsToldAndTheNodeLeftOut() {
        buildings.addNode("a020a6000002", "lab-1", Dialect.FIRMWARE, 0);

        DryRun run = bring(
                buildings, withNodes("{\"uid\":\"" + UID + "\",\"location\":\"lab-1\",\"dialect\":\"firmware\"}"));

        assertThat(run.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("nodes[0]");
            assertThat(problem.reason()).contains("a020a6000002", "left out");
        });
        assertThat(buildings.current().nodes()).hasSize(1);
    }

    @Test
    void aNewerFileIsRefusedInWords() {
        assertThatThrownBy(() -> BlueprintReader.read(bytes("{\"format\":\"bmac-building\",\"version\":2}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("Update BMaC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "7",
                "{\"format\":\"other\",\"version\":1}",
                "{\"format\":\"bmac-building\"}",
                "{\"format\":\"bmac-building\",\"version\":1e999999999}",
                "{\"format\":\"bmac-building\",\"version\":\"1\"}",
                "{\"format\":\"bmac-building\",\"version\":1,\"floors\":{}}",
                "{\"format\":\"bmac-building\",\"version\":1,\"floors\":[",
                "{\"format\":\"bmac-building\",\"version\":1}}",
                "{\"format\":\"bmac-building\",\"version\":1,\"version\":1}",
                "SQLite format 3\0"
            })
    void whatIsNoBuildingFileIsRefusedWithASentence(String hostile) {
        assertThatThrownBy(() -> BlueprintReader.read(bytes(hostile)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void deepAndEndlessFilesAreRefusedWithThePlace() {
        String deep = "{\"format\":\"bmac-building\",\"version\":1,\"floors\":" + "[".repeat(100_000);
        String digits = "{\"format\":\"bmac-building\",\"version\":" + "9".repeat(100_000) + "}";

        assertThatThrownBy(() -> BlueprintReader.read(bytes(deep)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1, column");
        assertThatThrownBy(() -> BlueprintReader.read(bytes(digits))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "7",
                "{\"name\":\"A\"}",
                "{\"key\":\"1\",\"name\":\"\",\"width\":1,\"height\":1}",
                "{\"key\":\"1\",\"name\":\"A\",\"width\":0,\"height\":1}",
                "{\"key\":\"1\",\"name\":\"A\",\"width\":1e308,\"height\":1}",
                "{\"key\":\"1\",\"name\":\"A\",\"width\":\"1\",\"height\":1}",
                "{\"key\":\"1\",\"name\":\"A\",\"width\":1,\"height\":1,\"ordinal\":1.5}",
                "{\"key\":\"1\",\"name\":\"A\",\"width\":1,\"height\":1,\"north\":361}",
                "{\"key\":\"1\",\"name\":\"A\",\"width\":1,\"height\":1,\"plan\":\"***\"}",
                "{\"key\":\"1\",\"name\":\"A\",\"width\":1,\"height\":1,\"archived\":\"no\"}"
            })
    void aFloorThatCannotBeReadIsToldWithItsPlaceAndTheOthersAreTaken(String floor) {
        DryRun run =
                bring(buildings, withFloors("{\"key\":\"ok\",\"name\":\"Good\",\"width\":1,\"height\":1}," + floor));

        assertThat(run.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).startsWith("floors[1]");
            assertThat(problem.reason()).endsWith(".");
        });
        assertThat(buildings.current().floors()).extracting(Floor::name).containsExactly("Good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"location\":\"x\"}",
                "{\"location\":\"x\",\"dialect\":\"klingon\"}",
                "{\"location\":\"a/b\",\"dialect\":\"firmware\"}",
                "{\"location\":\"x\",\"dialect\":\"firmware\",\"modules\":-1}",
                "{\"location\":\"x\",\"dialect\":\"firmware\",\"uid\":\"A020A6000009\"}",
                "{\"location\":\"a020a6000009\",\"dialect\":\"firmware\"}",
                "{\"location\":\"good\",\"dialect\":\"firmware\"}",
                "{\"location\":\"x\",\"uid\":\"a020a6000001\",\"dialect\":\"firmware\"}",
                "{\"location\":\"y\",\"dialect\":\"firmware\",\"points\":[{\"kind\":\"warp\"}]}",
                "{\"location\":\"y\",\"dialect\":\"firmware\",\"points\":[{\"kind\":\"co2\"},{\"kind\":\"co2\"}]}",
                "{\"location\":\"y\",\"dialect\":\"firmware\",\"place\":{\"floor\":\"9\",\"x\":0,\"y\":0}}"
            })
    void aNodeThatCannotBeReadIsToldWithItsPlaceAndTheOthersAreTaken(String node) {
        DryRun run = bring(
                buildings,
                withNodes("{\"uid\":\"" + UID + "\",\"location\":\"good\",\"dialect\":\"firmware\"}," + node));

        assertThat(run.problems()).singleElement().satisfies(problem -> assertThat(problem.where())
                .startsWith("nodes[1]"));
        assertThat(buildings.current().nodeOfLocation("good")).isNotNull();
        assertThat(buildings.current().nodeOfLocation("x")).isNull();
    }

    @Test
    void aPlanThatIsRefusedIsToldAndTheFloorComesWithABlankOne() {
        Blueprint blueprint = BlueprintReader.read(
                withFloors("{\"key\":\"1\",\"name\":\"A\",\"width\":3,\"height\":2,\"plan\":\"AAAA\"}"));
        List<DryRun> run = new ArrayList<>();
        buildings.changeTogether(() -> {
            Comparison comparison = Comparison.of(
                    buildings,
                    _ -> {
                        throw new IllegalArgumentException("This is no plan.");
                    },
                    blueprint);
            comparison.take(Set.of());
            run.add(comparison.dryRun());
        });

        assertThat(run.getFirst().problems()).containsExactly(new Problem("floors[0].plan", "This is no plan."));
        assertThat(buildings.current().floors()).hasSize(1);
    }

    /** Each in its turn would be thousands of times. */
    @Test
    void theBuildingIsReadAFewTimesForAsManyNodesAsThereAre() {
        FloorId floor = buildings.addFloor("Attic", 1, 10, 10, TestBuildings.blankPlan());
        for (int i = 0; i < 30; i++) {
            Node node = buildings.addNode("a020a60000%02d".formatted(i), "lab-" + i, Dialect.FIRMWARE, 1);
            buildings.place(node.id(), new Placement(floor, new Spot(0.5, 0.5)));
            Point point = buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0, false, Duration.ofSeconds(7));
            buildings.place(point.id(), new Placement(floor, new Spot(0.1, 0.1)));
        }
        DataSource counting = TestBuildings.inMemory(); // H2 counts statements
        JdbcClient sql = JdbcClient.create(counting);
        sql.sql("set query_statistics true").update();
        Buildings other = TestBuildings.over(counting, _ -> {});

        bring(other, file(buildings));

        assertThat(sql.sql(
                                "select max(execution_count) from information_schema.query_statistics where sql_statement like '%from point p left join%'")
                        .query(Integer.class)
                        .single())
                .isLessThan(6);
        assertThat(examine(other, file(buildings)).items()).isEmpty();

        byte[] renamed = bytes(new String(file(buildings), StandardCharsets.UTF_8).replace("\"lab-", "\"room-"));
        String[] all =
                examine(other, renamed).items().stream().map(DryRun.Item::key).toArray(String[]::new);
        bring(other, renamed, all);

        assertThat(all).hasSize(30);
        assertThat(other.current().nodes()).allMatch(node -> node.location().startsWith("room-"));
        assertThat(sql.sql(
                                "select max(execution_count) from information_schema.query_statistics where sql_statement like '%from point p left join%'")
                        .query(Integer.class)
                        .single())
                .isLessThan(12);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasWordsInEveryVocabulary(Kind kind) {
        assertThat(Vocabulary.BRICK.of(kind)).singleElement().asString().matches("brick:[A-Z][A-Za-z0-9_]+");
        assertThat(Vocabulary.HAYSTACK.of(kind)).contains("point").contains(kind.commandable() ? "cmd" : "sensor");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfZoneHasWordsInEveryVocabulary(ZoneKind kind) {
        assertThat(Vocabulary.BRICK.of(kind)).singleElement().asString().matches("brick:[A-Z][A-Za-z_]+");
        assertThat(Vocabulary.HAYSTACK.of(kind)).contains("space");
    }

    @Test
    void theWordsOfElsewhereStandInTheFileAndAreNotReadBack() {
        Node node = buildings.addNode(UID, "lab-1", Dialect.FIRMWARE, 1);
        buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0);
        buildings.addFloor("Attic", 1, 10, 10, TestBuildings.blankPlan());
        byte[] file = JSON.writeValueAsBytes(new BlueprintWriter(buildings, Vocabulary.BRICK).write(null));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("brick:Zone_Air_Temperature_Sensor", "brick:Floor");
        assertThat(examine(buildings, file).items()).isEmpty();
    }
}
