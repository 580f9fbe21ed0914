package org.bmac.history;

import java.time.Clock;
import java.util.List;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what is older than it is to be kept, some of a few points at a time, so that nobody waits for it. */
@Component
class Thinning {
    private static final Logger LOG = LoggerFactory.getLogger(Thinning.class);
    private static final int POINTS = 100;
    private static final long SIX_HOURS = 6 * Level.HOUR.length();
    private static final long THIRTY_DAYS = 30 * Level.DAY.length();

    private final Rows rows;
    private final Buildings buildings;
    private final HistorySettings settings;
    private final Clock clock;
    private final Supplement supplement;
    private int next;

    Thinning(Rows rows, Buildings buildings, HistorySettings settings, Clock clock, Supplement supplement) {
        this.rows = rows;
        this.buildings = buildings;
        this.settings = settings;
        this.clock = clock;
        this.supplement = supplement;
    }

    /** One small step, which begins where the last one ended. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 10_000, scheduler = HistoryConfiguration.KEEPING)
    synchronized void step() {
        List<Point> points = buildings.current().points();
        try {
            for (int i = 0; i < Math.min(POINTS, points.size()) && !supplement.isUnderWay(); i++) {
                next = next % points.size();
                Point point = points.get(next);
                next++;
                thin(point);
            }
        } catch (DataAccessException e) {
            LOG.warn("Old readings could not be deleted now: {}", e.getMessage());
        }
    }

    private void thin(Point point) {
        long now = clock.millis();
        rows.deleteOldest(Level.RAW, point.id(), settings.gone(Level.RAW, point.kind(), now), SIX_HOURS);
        rows.deleteOldest(Level.MINUTE, point.id(), settings.gone(Level.MINUTE, point.kind(), now), THIRTY_DAYS);
    }
}
