package org.bmac.node;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bmac.building.Building;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;

/** How long a node is silent while all is well. Pure. */
final class Silence {
    /** The outputs of firmware nodes are asked that often, see {@link Questions}. */
    private static final Duration ASKED = Duration.ofSeconds(60);

    private Silence() {}

    /** The usual pause of the point that speaks most often; null when none speaks by itself. */
    static @Nullable Duration usual(Building building, Node node) {
        Set<Kind> brought = brought(node);
        Duration shortest = null;
        for (Point point : building.pointsOf(node.id())) {
            Duration pause = usual(node, point, brought);
            if (pause.isPositive() && (shortest == null || pause.compareTo(shortest) < 0)) {
                shortest = pause;
            }
        }
        return shortest;
    }

    private static Duration usual(Node node, Point point, Set<Kind> brought) {
        if (node.dialect() != Dialect.FIRMWARE || point.interval() != null) {
            return point.interval() == null ? Duration.ZERO : point.interval();
        }
        if (point.kind().commandable()) {
            return ASKED;
        }
        return brought.isEmpty() || brought.contains(point.kind())
                ? point.kind().interval()
                : Duration.ZERO;
    }

    /** What its modules sense; empty when nobody knows its modules. A point of a module that it had says nothing any more. */
    private static Set<Kind> brought(Node node) {
        return Module.of(node.modules()).stream()
                .flatMap(module -> module.brings().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    /** After that long without a word a node with this usual pause is silent. */
    static Duration silent(Duration usual) {
        return max(usual.multipliedBy(3), Duration.ofSeconds(15));
    }

    /** After that long without a word it counts as gone. */
    static Duration gone(Duration usual) {
        return max(usual.multipliedBy(10), Duration.ofSeconds(60));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
