package org.bmac.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bmac.history.Sample;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.junit.jupiter.api.Test;

class ExportsTests {
    private static final Instant START = Instant.parse("2026-05-12T08:00:00Z");

    private final Room room = new Room();

    ExportsTests() {
        room.clock.set(START.plus(Duration.ofDays(2)));
    }

    @Test
    void singleReadingsComePointByPointInTheOrderOfTime() throws IOException {
        room.keep(List.of(
                room.celsius(START, 20.5), room.switched(START, true), room.celsius(START.plusSeconds(10), 21)));

        assertThat(csv(Selection.ALL, new Detail.Readings()))
                .containsExactly(
                        "at,point,name,place,node,quantity,channel,unit,value,quality",
                        "2026-05-12T08:00:00Z,1,Temperature,'=foyer,'=foyer,temperature,0,°C,20.5,good",
                        "2026-05-12T08:00:10Z,1,Temperature,'=foyer,'=foyer,temperature,0,°C,21.0,good",
                        "2026-05-12T08:00:00Z,2,Relay,'=foyer,'=foyer,relay,5,,1.0,good");
    }

    @Test
    void moreThanAPageComesWholeAndOnce() throws IOException {
        room.keepRamp(START, 10_000);

        assertThat(csv(only(room.temperature), new Detail.Readings()))
                .hasSize(10_001)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatLiesOutsideOfTheTimeStaysAway() throws IOException {
        room.keepRamp(START, 100);

        Export export = room.exports.of(
                Room.VIEWER,
                Selection.ALL,
                START.plusSeconds(10),
                START.plusSeconds(40),
                new Detail.Readings(),
                Form.CSV);

        assertThat(lines(export)).hasSize(4);
        assertThat(export.fileName()).isEqualTo("building_20260512T0800Z_20260512T0800Z_readings.csv");
    }

    @Test
    void summariesAreWholeStepsAndHoldEveryReadingOnce() throws IOException {
        room.keepRamp(START.plusSeconds(7_230), 8_000);

        for (Detail.Step step : Detail.Step.values()) {
            List<String> lines = csv(only(room.temperature), new Detail.Every(step));
            long counted = lines.stream()
                    .skip(1)
                    .mapToLong(line -> Long.parseLong(line.split(",", -1)[9]))
                    .sum();

            assertThat(counted).as(step.label()).isEqualTo(8_000);
            assertThat(lines.stream().skip(1)).allSatisfy(line -> {
                Instant from = Instant.parse(line.split(",", -1)[0]);
                Instant to = Instant.parse(line.split(",", -1)[1]);
                assertThat(Duration.between(from, to)).isEqualTo(step.length());
                assertThat(from.toEpochMilli() % step.length().toMillis()).isZero();
            });
        }
    }

    @Test
    void theWholeTimeInSoManyStretches() throws IOException {
        room.keepRamp(START, 100);

        assertThat(csv(only(room.temperature), new Detail.Into(3))).hasSizeBetween(2, 4);
    }

    @Test
    void theEstimateIsNearWhatComes() throws IOException {
        room.keepRamp(START, 5_000);

        Export single = export(Selection.ALL, new Detail.Readings());
        Export hours = export(only(room.temperature), new Detail.Every(Detail.Step.HOUR));

        assertThat(room.exports.estimate(single)).isEqualTo(5_000);
        assertThat(room.exports.estimate(hours)).isBetween((long) lines(hours).size() - 1, 60L);
    }

    @Test
    void itIsToldBeforeTheFirstByteAndAnEmptyFileHasItsHeader() throws IOException {
        assertThat(csv(only(room.relay), new Detail.Readings())).hasSize(1);
        assertThat(room.told).singleElement().isInstanceOfSatisfying(Exchanged.class, told -> {
            assertThat(told.by()).isEqualTo(Room.VIEWER);
            assertThat(told.in()).isFalse();
            assertThat(told.words()).contains("single readings of Relay, =foyer from 2026-05-12T08:00:00Z", "as CSV");
        });
    }

    @Test
    void timesThatCannotBeAreSaid() {
        assertThatThrownBy(() ->
                        room.exports.of(Room.VIEWER, Selection.ALL, START, START, new Detail.Readings(), Form.CSV))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not before to");
        assertThatThrownBy(() -> new Detail.Into(0)).hasMessageContaining("allowed is 1 to 5000");
    }

    @Test
    void fiveAtATimeAreTooMany() throws IOException {
        room.keepRamp(START, 10);
        List<Throwable> refused = new ArrayList<>();

        nested(4, refused);

        assertThat(refused).singleElement().isInstanceOf(Busy.class);
        assertThat(csv(Selection.ALL, new Detail.Readings())).hasSize(11);
    }

    private void nested(int deeper, List<Throwable> refused) throws IOException {
        boolean[] first = {true};
        OutputStream into = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                if (first[0]) {
                    first[0] = false;
                    nested(deeper - 1, refused);
                }
            }
        };
        try {
            room.exports.write(export(Selection.ALL, new Detail.Readings()), "test", into);
        } catch (Busy e) {
            refused.add(e);
        }
    }

    @Test
    void memoryStaysBoundedHoweverManyReadingsThereAre() throws IOException {
        Described point = new Described(new PointId(1), "Name", "Place", "node", "temperature", 0, "°C");
        for (boolean arrow : new boolean[] {false, true}) {
            Sheet sheet = arrow
                    ? new ArrowSheet(OutputStream.nullOutputStream(), false, List.of(point))
                    : new CsvSheet(OutputStream.nullOutputStream(), false);
            sheet.readings(point, page(0));
            long before = used();
            for (int i = 1; i < 300; i++) {
                sheet.readings(point, page(i));
            }
            assertThat(used() - before).as("after three million readings").isLessThan(16L << 20);
            sheet.end();
        }
    }

    private static List<Sample> page(int number) {
        List<Sample> page = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            page.add(new Sample(START.plusMillis(10_000L * number + i), i, Quality.GOOD));
        }
        return page;
    }

    @SuppressWarnings("SystemGc")
    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Selection only(PointId point) {
        return new Selection(Set.of(point), null, null);
    }

    private Export export(Selection selection, Detail detail) {
        return room.exports.of(Room.VIEWER, selection, START, START.plus(Duration.ofDays(2)), detail, Form.CSV);
    }

    private List<String> csv(Selection selection, Detail detail) throws IOException {
        return lines(export(selection, detail));
    }

    private List<String> lines(Export export) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        room.exports.write(export, "test", file);
        return file.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
