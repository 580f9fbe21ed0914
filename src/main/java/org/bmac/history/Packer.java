package org.bmac.history;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Packs what has settled, a few chunks at a time, so that nobody waits for it. */
@Component
class Packer {
    /** How long after its end a period is left alone, as readings may still come late. */
    static final Duration SETTLED = Duration.ofHours(6);

    private static final Logger LOG = LoggerFactory.getLogger(Packer.class);
    private static final int POINTS = 100;
    private static final int CHUNKS = 20;

    private final Annals annals;
    private final Rows rows;
    private final Buildings buildings;
    private final Clock clock;
    private int next;

    Packer(Annals annals, Rows rows, Buildings buildings, Clock clock) {
        this.annals = annals;
        this.rows = rows;
        this.buildings = buildings;
        this.clock = clock;
    }

    /**
     * One small step, which begins where the last one ended.
     *
     * @return how many rows it packed
     */
    @Scheduled(initialDelay = 30_000, fixedDelay = 2_000, scheduler = HistoryConfiguration.KEEPING)
    synchronized int step() {
        List<PointId> points =
                buildings.current().points().stream().map(Point::id).toList();
        int packed = 0;
        int chunks = 0;
        for (int i = 0; i < Math.min(POINTS, points.size()) && chunks < CHUNKS; i++) {
            next = next % points.size();
            PointId point = points.get(next);
            for (int some = pack(point); some > 0 && chunks < CHUNKS; some = pack(point)) {
                packed += some;
                chunks++;
            }
            next += chunks < CHUNKS ? 1 : 0;
        }
        return packed;
    }

    /** The oldest chunk of the point that can be made. */
    private int pack(PointId point) {
        for (Level level : Level.PACKED) {
            int packed = pack(level, point);
            if (packed > 0) {
                return packed;
            }
        }
        return 0;
    }

    private int pack(Level level, PointId point) {
        if (rows.recalled(point).isUnderWay()) {
            return 0;
        }
        long settled = level.period(clock.millis() - SETTLED.toMillis());
        OptionalLong oldest = rows.oldestLoose(level, point, 0, settled);
        while (oldest.isPresent()) {
            long from = oldest.getAsLong();
            try {
                return annals.besides(point, () -> packed(level, point, from));
            } catch (DamagedChunk _) {
                oldest = rows.oldestLoose(level, point, level.nextPeriod(from), settled);
            } catch (DataAccessException e) {
                LOG.warn("Readings could not be packed now: {}", e.getMessage());
                return 0;
            }
        }
        return 0;
    }

    /** A past that is being written may still be taken back. */
    private int packed(Level level, PointId point, long from) {
        int packed = rows.pack(level, point, from);
        if (rows.recalled(point).isUnderWay()) {
            throw new ConcurrencyFailureException("the past of point " + point.number() + " is being written");
        }
        return packed;
    }
}
