package org.bmac.homeassistant;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.building.Point;
import org.bmac.node.ForeignRequest;
import org.bmac.node.Interpreter;
import org.bmac.point.Bytes;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.springframework.stereotype.Component;

/** What is announced now, and what was reported last of it. Safe on every thread. */
@Component
class Announced implements Interpreter {
    private static final int MOST_KEPT = 1_024;

    private final Map<PointId, Report> last = new ConcurrentHashMap<>();
    private volatile Catalogue catalogue = Catalogue.EMPTY;

    Catalogue catalogue() {
        return catalogue;
    }

    void replace(Catalogue other) {
        catalogue = other;
    }

    void reported(PointId point, Value value, Bytes payload, Instant at) {
        Bytes kept = payload.length() <= MOST_KEPT ? payload : payload.slice(0, MOST_KEPT);
        last.put(point, new Report(value, kept, at));
    }

    @Override
    public boolean knows(PointId point) {
        Entry entry = catalogue.of(point);
        return entry != null && entry.signal().isCommandable();
    }

    @Override
    public Optional<ForeignRequest> request(Point point, Value value) {
        Entry entry = catalogue.of(point.id());
        return entry == null ? Optional.empty() : entry.signal().order().request(value);
    }

    @Override
    public Optional<Report> last(PointId point) {
        return Optional.ofNullable(last.get(point));
    }
}
