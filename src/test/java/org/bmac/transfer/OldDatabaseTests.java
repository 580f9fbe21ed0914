package org.bmac.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.PlanImage;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of the old programs, made here with their columns. */
class OldDatabaseTests {
    private static final String CNC =
            "create table nodes (uid TEXT UNIQUE, location TEXT, modules INT, posx FLOAT, posy FLOAT)";
    private static final String CHANNELS = "posx FLOAT, posy FLOAT, current FLOAT, target FLOAT, "
            + "ch0_io INT, ch0_state INT, ch0_duty INT, ch1_io INT, ch1_state INT, ch1_duty INT, "
            + "ch2_io INT, ch2_state INT, ch2_duty INT, ch3_io INT, ch3_state INT, ch3_duty INT";
    private static final String AC = "create table nodes (uid TEXT UNIQUE, " + CHANNELS + ")";
    private static final String CONTROLLER =
            "create table nodes (uid TEXT UNIQUE, location TEXT, modules INT, " + CHANNELS + ")";

    @TempDir
    private Path folder = Path.of("");

    private byte[] database(String... statements) throws SQLException, IOException {
        Path file = folder.resolve("nodes.db");
        Files.deleteIfExists(file);
        try (Connection made = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = made.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
        return Files.readAllBytes(file);
    }

    private static List<String> locations(Blueprint blueprint) {
        return blueprint.things().stream().map(Blueprint.Thing::location).toList();
    }

    private static List<String> reasons(Blueprint blueprint) {
        return blueprint.problems().stream()
                .filter(problem -> !problem.where().equals("nodes"))
                .map(problem -> problem.where() + ": " + problem.reason())
                .toList();
    }

    @Test
    void theNodesOfTheCommandAndControlServerComeWithTheirModulesAndPoints() throws Exception {
        Blueprint read = OldDatabase.read(database(
                CNC,
                "insert into nodes values ('a020a6000001', 'lab-1', 3, 120.5, 80)",
                "insert into nodes values ('A020A6000002', '', 0, 0, 0)"));

        assertThat(read.source()).isEqualTo("A nodes.db of the C&C server");
        assertThat(locations(read)).containsExactly("lab-1", "a020a6000002");
        assertThat(read.things().getFirst().parts())
                .extracting(Blueprint.Part::kind)
                .containsExactlyInAnyOrder(Kind.TEMPERATURE, Kind.HUMIDITY, Kind.PRESSURE, Kind.CO2);
    }

    @Test
    void theNodesOfAcControlAreKnownByLocationAndDriveFansAndValves() throws Exception {
        Blueprint read = OldDatabase.read(database(
                AC,
                "insert into nodes (uid, ch0_io) values ('lab-2', 1)",
                "create table switches (uid TEXT UNIQUE, state INT)",
                "insert into switches values ('plant-1', 1)"));

        assertThat(read.source()).isEqualTo("A nodes.db of AC control");
        assertThat(locations(read)).containsExactly("lab-2", "plant-1");
        assertThat(read.things()).allMatch(thing -> thing.uid() == null);
        assertThat(read.things().getFirst().parts())
                .extracting(part -> part.kind() + " " + part.channel())
                .containsExactlyInAnyOrder("FAN 14", "FAN 12", "FAN 13", "VALVE 1", "VALVE 2", "VALVE 3");
        assertThat(read.things().getLast().parts())
                .extracting(Blueprint.Part::kind)
                .containsExactly(Kind.CHANGEOVER);
    }

    @Test
    void theNodesOfTheControllerHaveFansOnlyWhereTheyRunTheModule() throws Exception {
        Blueprint read = OldDatabase.read(database(
                CONTROLLER,
                "insert into nodes (uid, location, modules) values ('a020a6000001', 'lab-1', 32)",
                "insert into nodes (uid, location, modules) values ('a020a6000002', 'lab-2', 16)"));

        assertThat(read.source()).isEqualTo("A nodes.db of the controller");
        assertThat(read.things().getFirst().parts())
                .extracting(Blueprint.Part::kind)
                .containsOnly(Kind.FAN);
        assertThat(read.things().getLast().parts())
                .extracting(Blueprint.Part::kind)
                .containsExactly(Kind.MOTION);
    }

    @Test
    void whatARowHasWrongIsToldWithItsPlaceAndTheOthersAreTaken() throws Exception {
        Blueprint read = OldDatabase.read(database(
                CNC,
                "insert into nodes values ('short', 'a', 0, 0, 0)",
                "insert into nodes values ('a020a6000001', 'a/b', 0, 0, 0)",
                "insert into nodes values ('a020a6000002', 'c', 'many', 0, 0)",
                "insert into nodes values ('a020a6000003', x'00ff', 0, 0, 0)",
                "insert into nodes values ('a020a6000004', 'd', 9223372036854775807, 0, 0)",
                "insert into nodes values (null, 'e', 0, 0, 0)",
                "insert into nodes values ('a020a6000005', 'both', 18, 0, 0)",
                "insert into nodes values ('a020a6000006', 'good', 1, 0, 0)",
                "insert into nodes values ('a020a6000007', 'good', 1, 0, 0)"));

        assertThat(locations(read)).contains("good").doesNotContain("a", "a/b", "c", "d", "e");
        assertThat(reasons(read))
                .anyMatch(words -> words.startsWith("nodes, row 1: A UID"))
                .anyMatch(words -> words.startsWith("nodes, row 2: A location"))
                .anyMatch(words -> words.startsWith("nodes, row 3: In modules"))
                .anyMatch(words -> words.startsWith("nodes, row 4: In location"))
                .anyMatch(words -> words.startsWith("nodes, row 5: The modules"))
                .anyMatch(words -> words.startsWith("nodes, row 6: A UID"))
                .anyMatch(words -> words.startsWith("nodes, row 9: Another row"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create view nodes as select 'a020a6000001' as uid, 'a' as location, 1 as modules",
                "create view nodes as with recursive n(i) as (select 1 union all select i + 1 from n)"
                        + " select 'a020a6000001' as uid, i as location from n",
                "create virtual table nodes using fts5(uid, location, modules)",
                "create table nodes (uid TEXT, location TEXT as (hex(zeroblob(1000000))))",
                "create table others (uid TEXT, location TEXT)",
                "create table nodes (uid TEXT)"
            })
    void whatIsNoPlainTableWithTheirColumnsIsRefused(String schema) throws Exception {
        byte[] file = database(schema);

        assertThatThrownBy(() -> OldDatabase.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void damagedDatabasesAreRefusedOrReadAsFarAsTheyGo() throws Exception {
        byte[] whole = database(CNC, "insert into nodes values ('a020a6000001', 'lab-1', 3, 0, 0)");
        byte[] cut = Arrays.copyOf(whole, 600);
        byte[] header = Arrays.copyOf(whole, 20);
        byte[] noise = whole.clone();
        Arrays.fill(noise, 100, noise.length, (byte) 0x5a);

        for (byte[] bad : List.of(cut, header, noise)) {
            assertThat(OldDatabase.is(bad)).isTrue();
            assertThatThrownBy(() -> OldDatabase.read(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void triggersOfTheFileNeverRun() throws Exception {
        Blueprint read = OldDatabase.read(database(
                CNC,
                "insert into nodes values ('a020a6000001', 'lab-1', 0, 0, 0)",
                "create trigger evil after insert on nodes begin delete from nodes; end"));

        assertThat(locations(read)).containsExactly("lab-1");
    }

    @Test
    void whatIsReadIsBroughtAndTheSecondTimeNothingChanges() throws Exception {
        Buildings buildings = TestBuildings.empty(_ -> {});
        byte[] file = database(CNC, "insert into nodes values ('a020a6000001', 'lab-1', 1, 0, 0)");
        for (int i = 0; i < 2; i++) {
            buildings.changeTogether(
                    () -> Comparison.of(buildings, plan -> new PlanImage("image/svg+xml", plan), OldDatabase.read(file))
                            .take(Set.of()));
        }

        Node node = buildings.current().nodes().getFirst();
        assertThat(buildings.current().nodes()).hasSize(1);
        assertThat(node.location()).isEqualTo("lab-1");
        assertThat(buildings.current().pointsOf(node.id()))
                .extracting(Point::kind)
                .containsExactly(Kind.TEMPERATURE, Kind.HUMIDITY, Kind.PRESSURE);
    }
}
