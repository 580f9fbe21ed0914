package org.bmac.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bmac.live.Scene.CO2;
import static org.bmac.live.Scene.MOTION;
import static org.bmac.live.Scene.TEMPERATURE;
import static org.bmac.live.Scene.celsius;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowingTests {
    private final Scene scene = new Scene();
    private final AtomicInteger nudges = new AtomicInteger();

    @Test
    void isNudgedOnceHoweverMuchComesBeforeItDrains() {
        try (Following following = everything()) {
            scene.reads(TEMPERATURE, 20);
            scene.reads(TEMPERATURE, 21);
            scene.reads(MOTION, new Value.Motion(true), scene.now());

            assertThat(nudges).hasValue(1);
            assertThat(following.drain())
                    .extracting(Latest::value)
                    .containsExactly(celsius(21), new Value.Motion(true));
            assertThat(following.drain()).isEmpty();
            scene.reads(TEMPERATURE, 22);
            assertThat(nudges).hasValue(2);
        }
    }

    @Test
    void aSnapshotHoldsAllAndCountsAsDrained() {
        try (Following following = everything()) {
            scene.reads(TEMPERATURE, 20);

            assertThat(following.snapshot()).isEqualTo(scene.live.all());
            assertThat(following.drain()).isEmpty();
        }
    }

    @Test
    void hearsNothingOfWhatItMayNotSee() {
        try (Following following = scene.live.follow(point -> point.equals(CO2), nudges::incrementAndGet)) {
            scene.reads(TEMPERATURE, 20);

            assertThat(nudges).hasValue(0);
            assertThat(following.drain()).isEmpty();
            assertThat(following.snapshot()).extracting(Latest::point).containsExactly(CO2);
        }
    }

    @Test
    void hearsOfTimeThatPassed() {
        scene.reads(TEMPERATURE, 20);
        try (Following following = everything()) {
            scene.pass(15);
            assertThat(nudges).hasValue(0);

            scene.pass(1);

            assertThat(nudges).hasValue(1);
            assertThat(following.drain()).extracting(Latest::quality).containsExactly(Quality.STALE);
            scene.pass(1);
            assertThat(nudges).hasValue(1);
        }
    }

    @Test
    void hearsOfTheLostBrokerAndOfItsReturn() {
        scene.reads(TEMPERATURE, 20);
        scene.reads(Scene.RELAY, new Value.Switched(true), scene.now());
        try (Following following = everything()) {
            scene.linkBreaks();
            assertThat(following.drain()).extracting(Latest::quality).containsExactly(Quality.STALE, Quality.STALE);

            scene.linkReturns();

            assertThat(following.drain()).extracting(Latest::quality).containsExactly(Quality.GOOD, Quality.GOOD);
        }
    }

    @Test
    void hearsOfANewPoint() {
        try (Following following = everything()) {
            List<org.bmac.building.Point> more = new ArrayList<>(Scene.points());
            more.add(Scene.point(new PointId(99), Kind.CO2, null));
            scene.live.expect(more);

            assertThat(nudges).hasValue(1);
            assertThat(following.drain()).extracting(Latest::point).containsExactly(new PointId(99));
        }
    }

    @Test
    void hearsNothingAfterItIsClosed() {
        Following following = everything();
        following.close();
        following.drain();
        scene.reads(TEMPERATURE, 20);

        assertThat(nudges).hasValue(0);
    }

    @Test
    void aNudgeThatFailsHarmsNobody() {
        try (Following bad = scene.live.follow(_ -> true, () -> {
                    throw new IllegalStateException("the test's own");
                });
                Following good = everything()) {
            scene.reads(TEMPERATURE, 20);

            assertThat(bad.drain()).hasSize(1);
            assertThat(good.drain()).hasSize(1);
            assertThat(nudges).hasValue(1);
        }
    }

    /** Readings, silence, lost nodes and a flapping link on several threads, in an order of chance. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @Timeout(60)
    void whateverHappensWhoDrainsWhenNudgedEndsWithWhatIsTrue(long seed) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Screen> screens =
                IntStream.range(0, 5).mapToObj(i -> new Screen(i, over)).toList();
        List<Thread> drainers = screens.stream()
                .map(screen -> Thread.ofVirtual().start(screen::follow))
                .toList();
        List<Thread> world = List.of(
                Thread.ofPlatform().start(() -> readings(new Random(seed))),
                Thread.ofPlatform().start(() -> events(new Random(seed + 1000))));
        for (Thread thread : world) {
            thread.join();
        }
        scene.live.sweep();
        over.set(true);
        screens.forEach(screen -> screen.bell.release());
        for (Thread thread : drainers) {
            thread.join();
        }

        for (Screen screen : screens) {
            assertThat(screen.shown).isEqualTo(screen.truth());
        }
    }

    private void readings(Random random) {
        PointId[] points =
                Scene.points().stream().map(org.bmac.building.Point::id).toArray(PointId[]::new);
        for (int i = 0; i < 50_000; i++) {
            PointId point = points[random.nextInt(points.length)];
            scene.reads(point, celsius(random.nextInt(30)), scene.now().minusMillis(random.nextInt(20_000)));
        }
    }

    private void events(Random random) {
        for (int i = 0; i < 3_000; i++) {
            switch (random.nextInt(8)) {
                case 0 -> scene.isLost(TEMPERATURE);
                case 1 -> scene.isFound(TEMPERATURE);
                case 2 -> scene.linkBreaks();
                case 3 -> scene.linkReturns();
                case 4 -> scene.clock.move(Duration.ofSeconds(random.nextInt(40)));
                default -> scene.live.sweep();
            }
        }
    }

    private Following everything() {
        return scene.live.follow(_ -> true, nudges::incrementAndGet);
    }

    /** Drains when it is nudged and at no other time. */
    private final class Screen {
        final Semaphore bell = new Semaphore(0);
        private final AtomicBoolean nudged = new AtomicBoolean();
        private final AtomicBoolean over;
        private final Following following;
        private final int modulus;
        final Map<PointId, Latest> shown = new HashMap<>();

        Screen(int modulus, AtomicBoolean over) {
            this.modulus = modulus;
            this.over = over;
            this.following = scene.live.follow(this::sees, () -> {
                nudged.set(true);
                bell.release();
            });
        }

        void follow() {
            following.snapshot().forEach(this::show);
            while (!over.get() || nudged.get()) {
                bell.acquireUninterruptibly();
                if (nudged.getAndSet(false)) {
                    following.drain().forEach(this::show);
                }
            }
        }

        Map<PointId, Latest> truth() {
            return scene.live.all().stream()
                    .filter(latest -> sees(latest.point()))
                    .collect(Collectors.toMap(Latest::point, Function.identity()));
        }

        private boolean sees(PointId point) {
            return modulus == 0 || point.number() % modulus == 0;
        }

        private void show(Latest latest) {
            shown.put(latest.point(), latest);
        }
    }
}
