package org.bmac.floorplan;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.live.Latest;
import org.bmac.point.PointId;

/** What each point looks like on the wire: written once for each change, shared by all screens. Safe on every thread. */
final class Fragments {
    private final Map<PointId, Fragment> byPoint = new ConcurrentHashMap<>();

    String of(Latest latest) {
        Fragment fragment = byPoint.get(latest.point());
        if (fragment == null || !fragment.of().equals(latest)) {
            fragment = new Fragment(latest, Json.point(latest));
            byPoint.put(latest.point(), fragment);
        }
        return fragment.json();
    }

    /** Forgets all; for points that are no more. */
    void clear() {
        byPoint.clear();
    }

    private record Fragment(Latest of, String json) {}
}
