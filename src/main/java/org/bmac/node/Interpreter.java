package org.bmac.node;

import java.time.Instant;
import java.util.Optional;
import org.bmac.building.Point;
import org.bmac.point.Bytes;
import org.bmac.point.PointId;
import org.bmac.point.Value;

/**
 * Knows a language that is not ours: whoever hands on what devices of another world say tells here what to say to them. Every
 * method may be called on any thread and returns at once.
 */
public interface Interpreter {

    /** Whether the device has told how this point is moved. */
    boolean knows(PointId point);

    /** What moves the point to this value; empty when the device knows no such value, or has not told how. */
    Optional<ForeignRequest> request(Point point, Value value);

    /** What the device reported of this point last, since the start. */
    Optional<Report> last(PointId point);

    /**
     * A report.
     *
     * @param payload as it came, or its beginning
     * @param at when it came; one that the broker had kept does not count
     */
    record Report(Value value, Bytes payload, Instant at) {}
}
