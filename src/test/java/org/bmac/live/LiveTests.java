package org.bmac.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bmac.live.Scene.CO2;
import static org.bmac.live.Scene.MOTION;
import static org.bmac.live.Scene.QUIET;
import static org.bmac.live.Scene.RELAY;
import static org.bmac.live.Scene.SLOW;
import static org.bmac.live.Scene.TEMPERATURE;
import static org.bmac.live.Scene.celsius;
import static org.bmac.point.Quality.BAD;
import static org.bmac.point.Quality.GOOD;
import static org.bmac.point.Quality.NEVER_SEEN;
import static org.bmac.point.Quality.OFFLINE;
import static org.bmac.point.Quality.STALE;
import static org.bmac.point.Quality.UNCERTAIN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.bmac.broker.Broker;
import org.bmac.broker.InMemoryBroker;
import org.bmac.building.BuildingChanged;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.NodeId;
import org.bmac.building.TestBuildings;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LiveTests {
    private final Scene scene = new Scene();

    @Test
    void aReadingIsShownAsItCame() {
        scene.reads(TEMPERATURE, 21.5);

        assertThat(scene.live.latest(TEMPERATURE))
                .isEqualTo(new Latest(TEMPERATURE, celsius(21.5), GOOD, scene.now(), ""));
    }

    @Test
    void aPointThatNeverSpokeSaysSo() {
        assertThat(scene.live.latest(CO2)).isEqualTo(new Latest(CO2, null, NEVER_SEEN, null, "no data yet"));
        assertThat(scene.live.latest(new PointId(PointId.MOST)).quality()).isEqualTo(NEVER_SEEN);
    }

    @Test
    void allAreListedByNumberTheNeverSeenAmongThem() {
        scene.reads(MOTION, new Value.Motion(true), scene.now());

        assertThat(scene.live.all())
                .extracting(Latest::point)
                .containsExactly(TEMPERATURE, CO2, RELAY, SLOW, QUIET, MOTION);
    }

    @Test
    void lateNewsOfTheBuildingBringsNothingOldBack() {
        List<Object> news = new ArrayList<>();
        DataSource database = TestBuildings.database();
        Buildings buildings = TestBuildings.over(database, news::add);
        Broker broker = new InMemoryBroker(scene.clock);
        LatestRows rows = new LatestRows(
                new JdbcTemplate(database), new TransactionTemplate(new JdbcTransactionManager(database)));
        Live live = new Live(buildings, broker, rows, scene.clock);
        NodeId node = buildings.addNode(null, "lab-1", Dialect.FIRMWARE, 0).id();
        PointId point = buildings.ensurePoint(node, Kind.CO2, 0).id();

        news.reversed().forEach(each -> live.on((BuildingChanged) each));

        assertThat(news).hasSize(2);
        assertThat(live.all()).extracting(Latest::point).containsExactly(point);
    }

    @Test
    void aPointThatIsTakenFromTheBuildingIsForgotten() {
        scene.reads(TEMPERATURE, 21.5);

        scene.live.expect(List.of(Scene.point(CO2, Kind.CO2, null)));

        assertThat(scene.live.all()).extracting(Latest::point).containsExactly(CO2);
        assertThat(scene.quality(TEMPERATURE)).isEqualTo(NEVER_SEEN);
    }

    @Test
    void aReadingOfAPointThatNobodyAnnouncedIsShownAllTheSame() {
        scene.reads(new PointId(77), 3);
        scene.pass(100_000);

        assertThat(scene.quality(new PointId(77))).isEqualTo(GOOD);
    }

    @Nested
    class Silence {
        @ParameterizedTest(name = "after {1} s it is {2}")
        @CsvSource({
            "temperature, 15, GOOD",
            "temperature, 16, STALE",
            "temperature, 60, STALE",
            "temperature, 61, OFFLINE",
            "co2, 90, GOOD",
            "co2, 91, STALE",
            "co2, 300, STALE",
            "co2, 301, OFFLINE",
            "slow, 1800, GOOD",
            "slow, 1801, STALE",
            "slow, 6000, STALE",
            "slow, 6001, OFFLINE",
            "relay, 1000000, GOOD",
            "quiet, 1000000, GOOD",
        })
        void countsByTheIntervalThatIsUsualOrConfigured(String which, long seconds, Quality expected) {
            PointId point =
                    switch (which) {
                        case "temperature" -> TEMPERATURE;
                        case "co2" -> CO2;
                        case "slow" -> SLOW;
                        case "relay" -> RELAY;
                        default -> QUIET;
                    };
            if (point.equals(CO2)) {
                scene.reads(CO2, new Value.Quantity(600, Unit.PARTS_PER_MILLION), scene.now());
            } else if (point.equals(RELAY)) {
                scene.reads(RELAY, new Value.Switched(true), scene.now());
            } else {
                scene.reads(point, 20);
            }

            scene.clock.move(Duration.ofSeconds(seconds));

            assertThat(scene.quality(point)).isEqualTo(expected);
            scene.live.sweep();
            assertThat(scene.quality(point)).isEqualTo(expected);
        }

        @Test
        void keepsTheLastValueAndItsTime() {
            scene.reads(TEMPERATURE, 21.5);
            Instant then = scene.now();
            scene.pass(40);

            assertThat(scene.live.latest(TEMPERATURE))
                    .isEqualTo(new Latest(TEMPERATURE, celsius(21.5), STALE, then, "no reading for more than 15 s"));
        }

        @Test
        void endsWithTheNextReading() {
            scene.reads(TEMPERATURE, 21.5);
            scene.pass(3600);
            assertThat(scene.reason(TEMPERATURE)).isEqualTo("silent for more than 60 s");

            scene.reads(TEMPERATURE, 22);

            assertThat(scene.quality(TEMPERATURE)).isEqualTo(GOOD);
        }

        @Test
        void countsByTheIntervalThatWasLearned() {
            scene.reads(TEMPERATURE, 20);
            scene.readsEvery(100, TEMPERATURE, 1000);

            scene.pass(300);
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(GOOD);
            scene.pass(1);
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(STALE);
            scene.pass(699);
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(STALE);
            scene.pass(1);
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(OFFLINE);
        }

        @Test
        void teachesNothingByOutages() {
            scene.reads(TEMPERATURE, 20);
            for (int i = 0; i < 10; i++) {
                scene.readsEvery(2, TEMPERATURE, 4);
                scene.linkBreaks();
                scene.pass(10_000);
                scene.linkReturns();
                scene.reads(TEMPERATURE, 20);
                scene.isLost(TEMPERATURE);
                scene.pass(10_000);
                scene.reads(TEMPERATURE, 20);
            }

            scene.pass(16);

            assertThat(scene.quality(TEMPERATURE)).isEqualTo(STALE);
        }
    }

    @Nested
    class ALostNode {
        @Test
        void isOfflineAtOnceAndKeepsItsLastValue() {
            scene.reads(TEMPERATURE, 21.5);
            scene.isLost(TEMPERATURE);

            assertThat(scene.live.latest(TEMPERATURE))
                    .isEqualTo(new Latest(TEMPERATURE, celsius(21.5), OFFLINE, scene.now(), "connection lost"));
        }

        @Test
        void isOfflineAlsoWhenItNeverSpokeOrSpeaksOnChangeOnly() {
            scene.isLost(RELAY);
            scene.reads(QUIET, 20);
            scene.isLost(QUIET);

            assertThat(scene.quality(RELAY)).isEqualTo(OFFLINE);
            assertThat(scene.quality(QUIET)).isEqualTo(OFFLINE);
        }

        @Test
        void isBackWithItsNextReadingEvenAnOldOne() {
            scene.reads(TEMPERATURE, 21.5);
            scene.isLost(TEMPERATURE);
            scene.reads(TEMPERATURE, celsius(19), scene.now().minusSeconds(5));

            assertThat(scene.live.latest(TEMPERATURE).value()).isEqualTo(celsius(21.5));
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(GOOD);
        }

        @Test
        void whenFoundCountsByTheAgeOfItsValue() {
            scene.reads(TEMPERATURE, 21.5);
            scene.isLost(TEMPERATURE);
            scene.pass(3600);
            scene.isFound(TEMPERATURE);

            assertThat(scene.quality(TEMPERATURE)).isEqualTo(STALE);
            scene.pass(61);
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(OFFLINE);
        }

        @Test
        void whenFoundWithoutEverHavingSpokenIsNeverSeen() {
            scene.isLost(RELAY);
            scene.isFound(RELAY);

            assertThat(scene.live.latest(RELAY)).isEqualTo(new Latest(RELAY, null, NEVER_SEEN, null, "no data yet"));
        }
    }

    @Nested
    class ALostBroker {
        @Test
        void makesStaleWhatWasGoodOrUncertainAndLeavesTheRest() {
            scene.reads(TEMPERATURE, 21.5);
            scene.reads(RELAY, new Value.Switched(true), scene.now());
            scene.live.on(new Reading(SLOW, celsius(20), UNCERTAIN, scene.now()));
            scene.reads(QUIET, new Value.Unreadable("two bytes expected"), scene.now());
            scene.isLost(MOTION);
            scene.linkBreaks();

            assertThat(List.of(TEMPERATURE, RELAY, SLOW)).allSatisfy(point -> {
                assertThat(scene.quality(point)).isEqualTo(STALE);
                assertThat(scene.reason(point)).isEqualTo("broker lost");
            });
            assertThat(scene.quality(QUIET)).isEqualTo(BAD);
            assertThat(scene.quality(MOTION)).isEqualTo(OFFLINE);
            assertThat(scene.quality(CO2)).isEqualTo(NEVER_SEEN);
        }

        @Test
        void isNoProofThatANodeIsGoneHoweverLongItLasts() {
            scene.reads(TEMPERATURE, 21.5);
            scene.linkBreaks();
            scene.pass(100_000);

            assertThat(scene.quality(TEMPERATURE)).isEqualTo(STALE);
        }

        @Test
        void onceItIsBackEachPointCountsByItsOwnAge() {
            scene.reads(TEMPERATURE, 21.5);
            scene.reads(RELAY, new Value.Switched(true), scene.now());
            scene.linkBreaks();
            scene.pass(600);
            scene.linkReturns();

            assertThat(scene.quality(TEMPERATURE)).isEqualTo(STALE);
            assertThat(scene.reason(TEMPERATURE)).isEqualTo("no reading for more than 15 s");
            assertThat(scene.quality(RELAY)).isEqualTo(GOOD);
            scene.reads(TEMPERATURE, 22);
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(GOOD);
        }

        @Test
        void onceItIsBackSilenceIsCountedFromThen() {
            scene.reads(TEMPERATURE, 21.5);
            scene.linkBreaks();
            scene.pass(600);
            scene.linkReturns();
            scene.pass(60);
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(STALE);

            scene.pass(1);

            assertThat(scene.quality(TEMPERATURE)).isEqualTo(OFFLINE);
        }

        @Test
        void leavesOfflineWhoWasSilentForTooLongBefore() {
            scene.reads(TEMPERATURE, 21.5);
            scene.clock.move(Duration.ofSeconds(61));
            scene.linkBreaks();
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(OFFLINE);
            scene.pass(600);
            scene.linkReturns();

            assertThat(scene.quality(TEMPERATURE)).isEqualTo(OFFLINE);
        }

        @Test
        void isNoticedBySweepingWhenTheWordOfItGotLost() {
            scene.reads(TEMPERATURE, 21.5);
            scene.linkBreaksUnheard();
            scene.live.sweep();

            assertThat(scene.reason(TEMPERATURE)).isEqualTo("broker lost");
        }
    }

    @Nested
    class WhatCannotBeTrue {
        @Test
        void isBadAndHidesTheLastGoodValue() {
            scene.reads(TEMPERATURE, 21.5);
            Value unreadable = new Value.Unreadable("4 bytes expected, not 3");
            scene.reads(TEMPERATURE, unreadable, scene.now());

            assertThat(scene.live.latest(TEMPERATURE))
                    .isEqualTo(new Latest(TEMPERATURE, unreadable, BAD, scene.now(), "4 bytes expected, not 3"));
        }

        @Test
        void isBadAlsoWhenItsNodeTakesItForGood() {
            scene.reads(TEMPERATURE, 900);

            assertThat(scene.quality(TEMPERATURE)).isEqualTo(BAD);
            assertThat(scene.reason(TEMPERATURE)).isEqualTo("Temperature cannot be 900.0 °C");
            assertThat(scene.live.latest(TEMPERATURE).value()).isInstanceOf(Value.Unreadable.class);
        }

        @Test
        void staysBadUntilTheNodeHasBeenSilentForTooLong() {
            scene.reads(TEMPERATURE, new Value.Unreadable("?"), scene.now());
            scene.pass(60);
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(BAD);

            scene.pass(1);

            assertThat(scene.quality(TEMPERATURE)).isEqualTo(OFFLINE);
        }

        @Test
        void leavesNoTrace() {
            scene.reads(TEMPERATURE, 900);
            scene.reads(TEMPERATURE, new Value.Unreadable("?"), scene.now());

            assertThat(scene.live.recent(TEMPERATURE)).isEmpty();
        }
    }

    @Nested
    class TimesOfNodes {
        @Test
        void anOldReadingNeverHidesANewerOne() {
            scene.reads(TEMPERATURE, 21.5);
            scene.reads(TEMPERATURE, celsius(3), scene.now().minusMillis(1));

            assertThat(scene.live.latest(TEMPERATURE).value()).isEqualTo(celsius(21.5));
        }

        @Test
        void anOldReadingProvesThatTheNodeSpeaks() {
            scene.readsEvery(2, TEMPERATURE, 60);
            scene.pass(50);
            scene.reads(TEMPERATURE, celsius(3), scene.now().minusSeconds(100));
            scene.pass(30);

            assertThat(scene.quality(TEMPERATURE)).isEqualTo(STALE);
        }

        @Test
        void anOldReadingIsShownWithItsTrueAgeWhenNothingNewerIsThere() {
            Instant then = scene.now().minusSeconds(300);
            scene.reads(TEMPERATURE, celsius(3), then);

            assertThat(scene.live.latest(TEMPERATURE).at()).isEqualTo(then);
            assertThat(scene.quality(TEMPERATURE)).isEqualTo(STALE);
        }

        @Test
        void theLaterOfTwoOfTheSameMomentCounts() {
            scene.reads(TEMPERATURE, 21.5);
            scene.reads(TEMPERATURE, 21.6);

            assertThat(scene.live.latest(TEMPERATURE).value()).isEqualTo(celsius(21.6));
        }

        @Test
        void aReadingFromTheFutureCountsAsOfNowAndIsUncertain() {
            scene.reads(TEMPERATURE, celsius(21.5), scene.now().plusSeconds(3600));

            assertThat(scene.live.latest(TEMPERATURE))
                    .isEqualTo(new Latest(
                            TEMPERATURE, celsius(21.5), UNCERTAIN, scene.now(), "the node's clock is ahead"));
        }

        @Test
        void aBlinkAheadIsNotWorthAWord() {
            scene.reads(TEMPERATURE, celsius(21.5), scene.now().plusMillis(800));

            assertThat(scene.live.latest(TEMPERATURE))
                    .isEqualTo(new Latest(TEMPERATURE, celsius(21.5), GOOD, scene.now(), ""));
        }

        @Test
        void ourOwnClockSetBackDoesNotFreezeTheValue() {
            scene.reads(TEMPERATURE, 21.5);
            scene.clock.move(Duration.ofHours(-1));
            scene.reads(TEMPERATURE, 22);

            assertThat(scene.live.latest(TEMPERATURE).value()).isEqualTo(celsius(22));
        }
    }

    @Nested
    class TheTrace {
        @Test
        void coversAnHourOfAFastPointInNoMoreThan120Samples() {
            scene.readsEvery(2, TEMPERATURE, 7200);

            List<Recent> recent = scene.live.recent(TEMPERATURE);
            assertThat(recent).hasSizeBetween(110, 120);
            assertThat(recent.getFirst().at())
                    .isBetween(scene.now().minusSeconds(3600), scene.now().minusSeconds(3500));
            assertThat(recent.getLast()).isEqualTo(new Recent(scene.now(), 20));
            assertThat(recent).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        }

        @Test
        void forgetsWhatIsOlderThanAnHour() {
            scene.reads(TEMPERATURE, 21);
            scene.pass(3601);

            assertThat(scene.live.recent(TEMPERATURE)).isEmpty();
        }
    }
}
