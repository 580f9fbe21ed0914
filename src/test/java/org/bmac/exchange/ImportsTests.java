package org.bmac.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.bmac.history.Bucket;
import org.bmac.history.History;
import org.bmac.history.Sample;
import org.bmac.history.Supplement.Added;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

class ImportsTests {
    private static final Instant START = Instant.parse("2026-05-10T08:00:00Z");

    private final Room room = new Room();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasExportedComesBackIntoAnotherBuilding() throws IOException {
        Room other = new Room();
        room.keepRamp(START, 3_000);
        room.keep(List.of(room.switched(START, true), room.switched(START.plusSeconds(30), false)));
        Path file = file(csv(room));

        Findings would = other.imports.examine(Room.ENGINEER, file, Chosen.NOTHING, _ -> true);
        assertThat(readings(other, other.temperature)).isEmpty();
        Findings did = bring(other, file);

        assertThat(would.added()).isEqualTo(new Added(3_002, 0, 0));
        assertThat(did.added()).isEqualTo(new Added(3_002, 0, 0));
        assertThat(readings(other, other.temperature)).isEqualTo(readings(room, room.temperature));
        assertThat(readings(other, other.relay)).isEqualTo(readings(room, room.relay));
        assertThat(buckets(other)).isEqualTo(buckets(room));
        assertThat(bring(other, file).added()).isEqualTo(new Added(0, 3_002, 0));
        assertThat(readings(other, other.temperature)).hasSize(3_000);
    }

    @Test
    void whatComesBetweenOthersIsSummedUpWithThem() throws IOException {
        Room whole = new Room();
        whole.keepRamp(START, 2_000);
        room.keepRamp(START, 500);
        room.keepRamp(START.plusSeconds(15_000), 500);

        bring(room, file(csv(whole)));

        assertThat(readings(room, room.temperature)).isEqualTo(readings(whole, whole.temperature));
        for (int count : new int[] {1, 7, 100, 3_000}) {
            assertThat(room.history.window(
                            Room.VIEWER, room.temperature, START, START.plus(Duration.ofHours(8)), count))
                    .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                            .withComparatorForType(
                                    (a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b), Double.class)
                            .build())
                    .isEqualTo(whole.history.window(
                            Room.VIEWER, whole.temperature, START, START.plus(Duration.ofHours(8)), count));
        }
    }

    @Test
    void linesThatWePushedComeBackToo() throws IOException {
        Room other = new Room();
        room.keepRamp(START, 100);
        String lines = String.join(
                "\n",
                PointLines.of(
                        room.buildings.current().point(room.temperature).orElseThrow(),
                        room.buildings.current(),
                        readings(room, room.temperature)));

        Findings found = bring(other, packed(lines));

        assertThat(found.added()).isEqualTo(new Added(100, 0, 0));
        assertThat(readings(other, other.temperature)).isEqualTo(readings(room, room.temperature));
    }

    @Test
    void whatOthersWroteIsMatchedByTagsOrByHand() throws IOException {
        Path file = file("""
                weather,device=a020a6000001 temperature=20.5,humidity=40 1778400000
                weather,device=a020a6000001 temperature=21.5,humidity=41 1778400010000
                room,host=elsewhere t=19.5 1778400020000000000
                """);

        Findings found = room.imports.examine(Room.ENGINEER, file, Chosen.NOTHING, _ -> true);
        Source stranger = found.sources().stream()
                .map(Told::source)
                .filter(source -> source.words().startsWith("room"))
                .findFirst()
                .orElseThrow();
        Findings mapped = room.imports.bring(
                Room.ENGINEER, "test", file, "some.lp", Chosen.NOTHING.with(stranger, room.temperature), _ -> true);

        assertThat(found.added()).isEqualTo(new Added(2, 0, 0));
        assertThat(found.strangers()).isEqualTo(3);
        assertThat(mapped.added()).isEqualTo(new Added(3, 0, 0));
        assertThat(readings(room, room.temperature)).extracting(Sample::number).containsExactly(20.5, 21.5, 19.5);
    }

    @Test
    void damageIsSaidByItsLineAndLosesNothingElse() throws IOException {
        Path file = folder.resolve("damaged.lp");
        try (OutputStream to = Files.newOutputStream(file)) {
            to.write("temperature,node=\\=foyer value=20 1778400000000\n".getBytes(StandardCharsets.UTF_8));
            to.write("temperature,node=\\=foyer value= 1778400010000\n".getBytes(StandardCharsets.UTF_8));
            to.write(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
            to.write("x".repeat(100_000).getBytes(StandardCharsets.UTF_8));
            to.write("\ntemperature,node=\\=foyer value=21\n".getBytes(StandardCharsets.UTF_8));
            to.write("temperature,node=\\=foyer value=22 1778400030000\n".getBytes(StandardCharsets.UTF_8));
            to.write("temperature,node=\\=foyer value=22 9778400030000".getBytes(StandardCharsets.UTF_8));
        }

        Findings found = bring(room, file);

        assertThat(found.problems())
                .containsExactly(
                        new Findings.Problem(2, "The field 'value' is '', which is no number."),
                        new Findings.Problem(3, "It is not in UTF-8."),
                        new Findings.Problem(4, "It is longer than 65536 bytes."),
                        new Findings.Problem(5, "There is no time."),
                        new Findings.Problem(7, "The time is 9778400030000, which no history holds."));
        assertThat(found.added()).isEqualTo(new Added(2, 0, 0));
        assertThat(room.told).last().isInstanceOfSatisfying(Exchanged.class, told -> {
            assertThat(told.in()).isTrue();
            assertThat(told.words()).contains("Brought 2 readings of the file test", "5 lines were useless");
        });
    }

    @Test
    void aFileThatBreaksOffCountsAsFarAsItGoes() throws IOException {
        Path whole = packed("temperature,node=\\=foyer value=20 1778400000000\n".repeat(1)
                + "temperature,node=\\=foyer value=21 1778400010000\n".repeat(1) + "# " + noise(200_000));
        byte[] bytes = Files.readAllBytes(whole);
        Path file = folder.resolve("broken.gz");
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        Findings found = bring(room, file);

        assertThat(found.brokenOff()).matches("After line \\d+ the file cannot be read: .*");
        assertThat(found.added()).isEqualTo(new Added(2, 0, 0));
    }

    @Test
    void damagedCsvIsSaidByItsLine() throws IOException {
        Path file = file("""
                at,node,quantity,channel,value,quality
                2026-05-10T08:00:00Z,'=foyer,temperature,0,20.5,good
                yesterday,'=foyer,temperature,0,20.5,good
                2026-05-10T08:00:10Z,'=foyer,temperature,0,warm,good
                2026-05-10T08:00:20Z,'=foyer
                2026-05-10T08:00:30Z,"=foyer,temperature,0,1,good
                2026-05-10 08:00:40Z,=foyer,temperature,0,21.5,
                2026-05-10T08:00:50Z,=foyer,temperature,0,,bad
                """);

        Findings found = bring(room, file);

        assertThat(found.problems()).extracting(Findings.Problem::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(found.added()).isEqualTo(new Added(3, 0, 0));
        assertThat(readings(room, room.temperature))
                .extracting(Sample::quality)
                .last()
                .isEqualTo(Quality.BAD);
    }

    @Test
    void whatHasYetToComeIsLeftOut() throws IOException {
        Findings found = bring(
                room,
                file("temperature,node=\\=foyer value=20 "
                        + START.plus(Duration.ofDays(100)).toEpochMilli()));

        assertThat(found.future()).isEqualTo(1);
        assertThat(found.added()).isEqualTo(Added.NOTHING);
    }

    @Test
    void whereOnlySummariesAreLeftNothingIsMixed() throws IOException {
        room.keepRamp(START, 1_000);
        List<Bucket> before =
                room.history.window(Room.VIEWER, room.temperature, START, START.plus(Duration.ofHours(4)), 4);
        new JdbcTemplate(room.database).update("delete from history_reading");

        Findings found = bring(room, file("temperature,node=\\=foyer value=77 " + START.toEpochMilli()));

        assertThat(found.added()).isEqualTo(new Added(0, 0, 1));
        assertThat(room.history.window(Room.VIEWER, room.temperature, START, START.plus(Duration.ofHours(4)), 4))
                .isEqualTo(before);
    }

    @Test
    void whatIsStoppedIsBegunAnewAndNothingComesTwice() throws IOException {
        Room other = new Room();
        room.keepRamp(START, 8_000);
        room.keep(List.of(room.switched(START, true)));
        Path file = file(csv(room));

        Findings stopped = other.imports.bring(Room.ENGINEER, "test", file, "test", Chosen.NOTHING, _ -> false);
        assertThat(stopped.brokenOff()).isEqualTo("It was stopped at line 1000.");
        assertThat(readings(other, other.temperature)).isEmpty();
        assertThat(other.told).last().isInstanceOfSatisfying(Exchanged.class, told -> assertThat(told.words())
                .contains("Brought 0 readings", "stopped at line 1000"));

        int[] asked = {0};
        Findings inTheMiddle =
                other.imports.bring(Room.ENGINEER, "test", file, "test", Chosen.NOTHING, _ -> asked[0]++ < 9);
        assertThat(inTheMiddle.brokenOff()).isEqualTo("It was stopped before its end.");
        assertThat(inTheMiddle.added().added()).isBetween(1L, 8_000L);

        Added rest = bring(other, file).added();
        assertThat(rest.added() + rest.known()).isEqualTo(8_001);
        assertThat(rest.added()).isEqualTo(8_001 - inTheMiddle.added().added());
        assertThat(readings(other, other.temperature)).isEqualTo(readings(room, room.temperature));
    }

    @Test
    void aFailureInTheMiddleLeavesWhatWasBroughtAndSaysSo() throws IOException {
        Path file = file("""
                temperature,node=\\=foyer value=20 1778400000000
                relay,node=\\=foyer,channel=5 value=1 1778400010000
                """);
        int[] asked = {0};

        assertThatThrownBy(() -> room.imports.bring(Room.ENGINEER, "test", file, "test", Chosen.NOTHING, _ -> {
                    if (asked[0]++ == 1) {
                        throw new DataAccessResourceFailureException("the disk is full");
                    }
                    return true;
                }))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(room.told).last().isInstanceOfSatisfying(Exchanged.class, told -> assertThat(told.words())
                .isEqualTo("Brought 1 readings of the file test, and no more, because the database failed."));
        assertThat(bring(room, file).added()).isEqualTo(new Added(1, 1, 0));
    }

    @Test
    void oneFileAtATime() throws IOException {
        Path file = file("temperature,node=\\=foyer value=20 1778400000000");
        List<Throwable> refused = new ArrayList<>();

        Findings found = room.imports.bring(Room.ENGINEER, "test", file, "test", Chosen.NOTHING, _ -> {
            refused.add(catchThrowable(() -> bring(room, file)));
            return true;
        });

        assertThat(found.added()).isEqualTo(new Added(1, 0, 0));
        assertThat(refused).isNotEmpty().allSatisfy(each -> assertThat(each)
                .isInstanceOf(Busy.class)
                .hasMessageContaining("Another file is being imported"));
        assertThat(bring(room, file).added()).isEqualTo(new Added(0, 1, 0));
    }

    @Test
    void whatIsLeftOutByHandStaysAway() throws IOException {
        Path file = file("temperature,node=\\=foyer value=20 1778400000000");
        Source source = room.imports
                .examine(Room.ENGINEER, file, Chosen.NOTHING, _ -> true)
                .sources()
                .getFirst()
                .source();

        Chosen out = Chosen.NOTHING.with(source, null);

        assertThat(room.imports.examine(Room.ENGINEER, file, out, _ -> true).strangers())
                .isOne();
        assertThat(room.imports
                        .examine(Room.ENGINEER, file, out.with(source, room.relay), _ -> true)
                        .sources())
                .extracting(Told::point)
                .containsExactly(room.relay);
    }

    @Test
    void aFileOfWindowsIsReadToo() throws IOException {
        Findings found = bring(room, file("\uFEFFtemperature,node=\\=foyer value=20 1778400000000\r\n"));

        assertThat(found.added()).isEqualTo(new Added(1, 0, 0));
    }

    @Test
    void whatIsNamedLikeAFormulaComesBackAsItWas() throws IOException {
        Room other = new Room();
        for (String name : List.of("=1+1", "+1", "-1", "@sum", "\tx", "'=quoted", "a,\"b\"", "line\nbreak")) {
            assertThat(CsvSheet.defused(name))
                    .doesNotStartWith("=")
                    .doesNotStartWith("+")
                    .doesNotStartWith("@");
        }
        room.keepRamp(START, 3);

        assertThat(csv(room)).contains("'=foyer").doesNotContain(",=foyer");
        assertThat(bring(other, file(csv(room))).added()).isEqualTo(new Added(3, 0, 0));
    }

    @Test
    void onlyEngineersBringReadings() {
        assertThatThrownBy(() -> room.imports.examine(Room.VIEWER, folder, Chosen.NOTHING, _ -> true))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void noiseIsNeverABug() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[20_000];
            random.nextBytes(bytes);
            Path file = folder.resolve("noise");
            Files.write(file, bytes);

            assertThat(room.imports
                            .examine(Room.ENGINEER, file, Chosen.NOTHING, _ -> true)
                            .added())
                    .isEqualTo(Added.NOTHING);
        }
    }

    private static String noise(int length) {
        Random random = new Random(5);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.append(i % 50 == 49 ? "\n# " : (char) ('a' + random.nextInt(26)));
        }
        return noise.toString();
    }

    private static Findings bring(Room into, Path file) {
        return into.imports.bring(Room.ENGINEER, "test", file, "test", Chosen.NOTHING, _ -> true);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }

    private Path packed(String text) throws IOException {
        Path file = folder.resolve("file.gz");
        try (GZIPOutputStream to = new GZIPOutputStream(Files.newOutputStream(file))) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String csv(Room room) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Export export = room.exports.of(
                Room.VIEWER,
                new Selection(Set.of(), null, null),
                Instant.EPOCH,
                START.plus(Duration.ofDays(10)),
                new Detail.Readings(),
                Form.CSV);
        room.exports.write(export, "test", file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private static List<Sample> readings(Room room, PointId point) {
        return room.history.readings(
                Room.VIEWER, point, Instant.EPOCH, START.plus(Duration.ofDays(10)), History.MOST_READINGS);
    }

    private static List<Bucket> buckets(Room room) {
        List<Bucket> all = new ArrayList<>();
        for (int count : new int[] {1, 10, 500}) {
            all.addAll(
                    room.history.window(Room.VIEWER, room.temperature, START, START.plus(Duration.ofHours(12)), count));
        }
        return all;
    }
}
