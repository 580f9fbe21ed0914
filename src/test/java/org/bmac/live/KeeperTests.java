package org.bmac.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bmac.live.Scene.celsius;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.broker.Link;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.NodeId;
import org.bmac.building.TestBuildings;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KeeperTests {
    private final MovableClock clock = new MovableClock();
    private final DataSource database = TestBuildings.database();
    private final JdbcTemplate sql = new JdbcTemplate(database);
    private final LatestRows rows = new LatestRows(sql, new TransactionTemplate(new JdbcTransactionManager(database)));
    private final Buildings buildings = TestBuildings.over(database, _ -> {});
    private PointId temperature = new PointId(1);
    private PointId relay = new PointId(1);
    private Live live = running();
    private Keeper keeper = new Keeper(live, rows);

    @BeforeEach
    void aNodeWithTwoPoints() {
        NodeId node =
                buildings.addNode("a020a6000001", "foyer", Dialect.FIRMWARE, 1).id();
        temperature = buildings.ensurePoint(node, Kind.TEMPERATURE, 0).id();
        relay = buildings.ensurePoint(node, Kind.RELAY, 2).id();
        restart();
    }

    @Test
    void aRestartKeepsTheLastValueWithItsTrueAge() {
        Instant then = clock.instant();
        reads(temperature, celsius(21.5));
        reads(relay, new Value.Switched(true));
        keeper.keep();
        clock.move(Duration.ofMinutes(5));
        restart();

        assertThat(live.latest(temperature))
                .isEqualTo(
                        new Latest(temperature, celsius(21.5), Quality.STALE, then, "no reading for more than 15 s"));
        assertThat(live.latest(relay)).isEqualTo(new Latest(relay, new Value.Switched(true), Quality.GOOD, then, ""));
    }

    @Test
    void whatCameLastIsWrittenAtTheEnd() {
        reads(temperature, celsius(21.5));
        keeper.keep();
        reads(temperature, celsius(22.5));
        keeper.keepAtTheEnd();
        restart();

        assertThat(live.latest(temperature).value()).isEqualTo(celsius(22.5));
    }

    @Test
    void whatCouldNotBeReadStaysBad() {
        reads(temperature, new Value.Unreadable("4 bytes expected, not 3"));
        keeper.keep();
        restart();

        assertThat(live.latest(temperature).quality()).isEqualTo(Quality.BAD);
        assertThat(live.latest(temperature).reason()).isEqualTo("4 bytes expected, not 3");
    }

    @Test
    void aReasonOfAnyLengthIsCutToFit() {
        reads(temperature, new Value.Unreadable("long ".repeat(1000)));
        keeper.keep();
        restart();

        assertThat(live.latest(temperature).reason()).hasSize(Kept.LONGEST_REASON);
    }

    @Test
    void whatWasLearnedIsKept() {
        for (int i = 0; i < 5; i++) {
            reads(temperature, celsius(21));
            clock.move(Duration.ofMinutes(1));
        }
        keeper.keep();
        restart();
        clock.move(Duration.ofMinutes(2));

        assertThat(live.latest(temperature).quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void onlyWhatHasChangedIsWritten() {
        reads(temperature, celsius(21));
        keeper.keep();
        sql.update("update latest set number = 99");
        keeper.keep();

        assertThat(sql.queryForList("select number from latest", Double.class)).containsExactly(99.0);
    }

    @Test
    void oneCorruptRowCostsNobodyElseAnything() {
        reads(temperature, celsius(21));
        reads(relay, new Value.Switched(true));
        keeper.keep();
        sql.update("update latest set given = 'SPLENDID' where point_id = ?", temperature.number());
        restart();

        assertThat(live.latest(temperature).quality()).isEqualTo(Quality.NEVER_SEEN);
        assertThat(live.latest(relay).quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void rowsOfPointsThatAreGoneAreForgotten() {
        rows.write(List.of(new Kept(new PointId(4711), 1.0, Quality.GOOD, "", clock.instant(), null)));
        restart();

        assertThat(sql.queryForObject("select count(*) from latest", Integer.class))
                .isZero();
    }

    @Test
    void aLostDatabaseStopsNothingAndIsMadeUpForOnceItIsBack() {
        reads(temperature, celsius(21));
        sql.execute("alter table latest rename to lost");
        keeper.keep();
        restart();
        assertThat(live.latest(temperature).quality()).isEqualTo(Quality.NEVER_SEEN);
        reads(relay, new Value.Switched(true));
        keeper.keep();

        sql.execute("alter table lost rename to latest");
        keeper.keep();
        restart();

        assertThat(live.latest(relay).value()).isEqualTo(new Value.Switched(true));
    }

    private void reads(PointId point, Value value) {
        Quality quality = value instanceof Value.Unreadable ? Quality.BAD : Quality.GOOD;
        live.on(new Reading(point, value, quality, clock.instant()));
    }

    private void restart() {
        live = running();
        keeper = new Keeper(live, rows);
    }

    private Live running() {
        return new Live(
                buildings.current().points(),
                () -> new Link(true, "tcp://localhost", "connected", clock.instant()),
                rows,
                clock);
    }
}
