package org.bmac.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bmac.point.PointId;

/** Lines that go together, and what is remembered when they have got there. */
final class InfluxBatch {
    private final List<String> lines = new ArrayList<>();
    private final Map<PointId, Long> marks = new HashMap<>();
    private final Map<InfluxRows.Owed, Long> paid = new HashMap<>();

    List<String> lines() {
        return lines;
    }

    /** Up to which moment each point has got there. */
    Map<PointId, Long> marks() {
        return marks;
    }

    /** Up to which moment, not included, each debt is paid. */
    Map<InfluxRows.Owed, Long> paid() {
        return paid;
    }

    boolean isEmpty() {
        return lines.isEmpty() && paid.isEmpty();
    }
}
