package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bmac.building.NodeId;
import org.bmac.building.Point;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several points as if they were one. */
class TogetherTests {
    private final Room room = new Room();
    private final Instant start = room.clock.instant().minusSeconds(600);
    private final Point other = room.buildings.ensurePoint(
            room.buildings.current().point(room.temperature).orElseThrow().node(),
            Kind.TEMPERATURE,
            1,
            false,
            Duration.ofSeconds(60));

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void eachCountsAlikeHoweverOftenItReports() {
        room.keep(room.celsius(start, 20), room.celsius(start.plusSeconds(10), 22), other(start, 30));

        Bucket both = together(room.temperature, other.id()).getFirst();

        assertThat(both.mean()).isEqualTo((21 + 30) / 2.0);
        assertThat(both.min()).isEqualTo(20);
        assertThat(both.max()).isEqualTo(30);
        assertThat(both.last()).isEqualTo((22 + 30) / 2.0);
        assertThat(both.count()).isEqualTo(3);
    }

    @Test
    void oneThatSaysNothingDoesNotCountButIsMissing() {
        room.keep(room.celsius(start, 20));

        Bucket both = together(room.temperature, other.id()).getFirst();

        assertThat(both.mean()).isEqualTo(20);
        assertThat(both.coverage()).isEqualTo(0.125);
        assertThat(together(other.id()).getFirst().isGap()).isTrue();
    }

    @Test
    void theirBucketsAreTheSameWhereTheyAreNotKeptEquallyFinely() {
        Instant old = room.clock.instant().minus(Duration.ofDays(100));
        room.keep(room.celsius(old, 20), other(old.plusSeconds(30), 24), other(start, 30));
        room.thinning.step();
        assertThat(room.readings(room.temperature)).isEmpty();

        List<Bucket> all = room.history.together(
                Room.VIEWER, List.of(room.temperature, other.id()), old.minusSeconds(600), old.plusSeconds(600), 100);

        assertThat(all).filteredOn(bucket -> bucket.count() > 0).singleElement().satisfies(bucket -> {
            assertThat(bucket.count()).isEqualTo(2);
            assertThat(bucket.mean()).isEqualTo(22);
        });
    }

    @Test
    void onlyPointsOfOneKindAreTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> together(room.temperature, room.relay))
                .withMessage("Only points of one kind can be told together.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> together(
                        IntStream.rangeClosed(1, 501).mapToObj(PointId::new).toArray(PointId[]::new)))
                .withMessage("501 points are too many; allowed are 500.");
        assertThat(together(new PointId(4711))).isEmpty();
    }

    @Test
    void theMorePointsThereAreTheFewerBucketsAreTold() {
        NodeId node =
                room.buildings.current().point(room.temperature).orElseThrow().node();
        List<PointId> many = new ArrayList<>();
        room.buildings.changeTogether(() -> {
            for (int channel = 1; channel <= 100; channel++) {
                many.add(room.buildings
                        .ensurePoint(node, Kind.TEMPERATURE, channel, false, Duration.ofSeconds(60))
                        .id());
            }
        });

        assertThat(room.history.together(Room.VIEWER, many.subList(0, 2), start, start.plusSeconds(600), 5_000))
                .hasSize(5_000);
        List<Bucket> all = room.history.together(Room.VIEWER, many, start, start.plusSeconds(600), 5_000);
        assertThat(all).hasSize(2_000);
        assertThat(all.getFirst().from()).isEqualTo(start);
        assertThat(all.getLast().to()).isEqualTo(start.plusSeconds(600));
    }

    private Reading other(Instant at, double celsius) {
        return new Reading(other.id(), Value.of(Kind.TEMPERATURE, celsius), Quality.GOOD, at);
    }

    private List<Bucket> together(PointId... points) {
        return room.history.together(Room.VIEWER, List.of(points), start, start.plusSeconds(120), 1);
    }
}
