package org.bmac.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Map;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

class ImportsTests {
    private static final Instant START = Instant.parse("2026-05-10T08:00:00Z");

    private final House house = new House();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasExportedComesBackIntoAnotherHouse() throws IOException {
        House other = new House();
        house.keepRamp(START, 3_000);
        house.keep(List.of(house.switched(START, true), house.switched(START.plusSeconds(30), false)));
        Path file = file(csv(house));

        Findings would = other.imports.examine(House.ENGINEER, file, Map.of(), _ -> {});
        assertThat(readings(other, other.temperature)).isEmpty();
        Findings did = bring(other, file);

        assertThat(would.added()).isEqualTo(new Added(3_002, 0, 0));
        assertThat(did.added()).isEqualTo(new Added(3_002, 0, 0));
        assertThat(readings(other, other.temperature)).isEqualTo(readings(house, house.temperature));
        assertThat(readings(other, other.relay)).isEqualTo(readings(house, house.relay));
        assertThat(buckets(other)).isEqualTo(buckets(house));
        assertThat(bring(other, file).added()).isEqualTo(new Added(0, 3_002, 0));
        assertThat(readings(other, other.temperature)).hasSize(3_000);
    }

    @Test
    void whatComesBetweenOthersIsSummedUpWithThem() throws IOException {
        House whole = new House();
        whole.keepRamp(START, 2_000);
        house.keepRamp(START, 500);
        house.keepRamp(START.plusSeconds(15_000), 500);

        bring(house, file(csv(whole)));

        assertThat(readings(house, house.temperature)).isEqualTo(readings(whole, whole.temperature));
        for (int count : new int[] {1, 7, 100, 3_000}) {
            assertThat(house.history.window(
                            House.VIEWER, house.temperature, START, START.plus(Duration.ofHours(8)), count))
                    .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                            .withComparatorForType(
                                    (a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b), Double.class)
                            .build())
                    .isEqualTo(whole.history.window(
                            House.VIEWER, whole.temperature, START, START.plus(Duration.ofHours(8)), count));
        }
    }

    @Test
    void linesThatWePushedComeBackToo() throws IOException {
        House other = new House();
        house.keepRamp(START, 100);
        String lines = String.join(
                "\n",
                PointLines.of(
                        house.buildings.current().point(house.temperature).orElseThrow(),
                        house.buildings.current(),
                        readings(house, house.temperature)));

        Findings found = bring(other, packed(lines));

        assertThat(found.added()).isEqualTo(new Added(100, 0, 0));
        assertThat(readings(other, other.temperature)).isEqualTo(readings(house, house.temperature));
    }

    @Test
    void whatOthersWroteIsMatchedByTagsOrByHand() throws IOException {
        Path file = file("""
                weather,device=a020a6000001 temperature=20.5,humidity=40 1778400000
                weather,device=a020a6000001 temperature=21.5,humidity=41 1778400010000
                room,host=elsewhere t=19.5 1778400020000000000
                """);

        Findings found = house.imports.examine(House.ENGINEER, file, Map.of(), _ -> {});
        Source stranger = found.sources().stream()
                .map(Told::source)
                .filter(source -> source.words().startsWith("room"))
                .findFirst()
                .orElseThrow();
        Findings mapped = house.imports.bring(
                House.ENGINEER, "test", file, "some.lp", Map.of(stranger, house.temperature), _ -> {});

        assertThat(found.added()).isEqualTo(new Added(2, 0, 0));
        assertThat(found.strangers()).isEqualTo(3);
        assertThat(mapped.added()).isEqualTo(new Added(3, 0, 0));
        assertThat(readings(house, house.temperature))
                .extracting(Sample::number)
                .containsExactly(20.5, 21.5, 19.5);
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

        Findings found = bring(house, file);

        assertThat(found.problems())
                .containsExactly(
                        new Findings.Problem(2, "The field 'value' is '', which is no number."),
                        new Findings.Problem(3, "It is not in UTF-8."),
                        new Findings.Problem(4, "It is longer than 65536 bytes."),
                        new Findings.Problem(5, "There is no time."),
                        new Findings.Problem(7, "The time is 9778400030000, which no history holds."));
        assertThat(found.added()).isEqualTo(new Added(2, 0, 0));
        assertThat(house.told).last().isInstanceOfSatisfying(Exchanged.class, told -> {
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

        Findings found = bring(house, file);

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

        Findings found = bring(house, file);

        assertThat(found.problems()).extracting(Findings.Problem::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(found.added()).isEqualTo(new Added(3, 0, 0));
        assertThat(readings(house, house.temperature))
                .extracting(Sample::quality)
                .last()
                .isEqualTo(Quality.BAD);
    }

    @Test
    void whatHasYetToComeIsLeftOut() throws IOException {
        Findings found = bring(
                house,
                file("temperature,node=\\=foyer value=20 "
                        + START.plus(Duration.ofDays(100)).toEpochMilli()));

        assertThat(found.future()).isEqualTo(1);
        assertThat(found.added()).isEqualTo(Added.NOTHING);
    }

    @Test
    void whereOnlySummariesAreLeftNothingIsMixed() throws IOException {
        house.keepRamp(START, 1_000);
        List<Bucket> before =
                house.history.window(House.VIEWER, house.temperature, START, START.plus(Duration.ofHours(4)), 4);
        new JdbcTemplate(house.database).update("delete from history_reading");

        Findings found = bring(house, file("temperature,node=\\=foyer value=77 " + START.toEpochMilli()));

        assertThat(found.added()).isEqualTo(new Added(0, 0, 1));
        assertThat(house.history.window(House.VIEWER, house.temperature, START, START.plus(Duration.ofHours(4)), 4))
                .isEqualTo(before);
    }

    @Test
    void onlyEngineersBringReadings() {
        assertThatThrownBy(() -> house.imports.examine(House.VIEWER, folder, Map.of(), _ -> {}))
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

            assertThat(house.imports
                            .examine(House.ENGINEER, file, Map.of(), _ -> {})
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

    private static Findings bring(House into, Path file) {
        return into.imports.bring(House.ENGINEER, "test", file, "test", Map.of(), _ -> {});
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

    private static String csv(House house) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Export export = house.exports.of(
                House.VIEWER,
                new Selection(Set.of(), null, null),
                Instant.EPOCH,
                START.plus(Duration.ofDays(10)),
                new Detail.Readings(),
                Form.CSV);
        house.exports.write(export, "test", file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private static List<Sample> readings(House house, PointId point) {
        return house.history.readings(
                House.VIEWER, point, Instant.EPOCH, START.plus(Duration.ofDays(10)), History.MOST_READINGS);
    }

    private static List<Bucket> buckets(House house) {
        List<Bucket> all = new ArrayList<>();
        for (int count : new int[] {1, 10, 500}) {
            all.addAll(house.history.window(
                    House.VIEWER, house.temperature, START, START.plus(Duration.ofHours(12)), count));
        }
        return all;
    }
}
