package org.bmac.floorplan.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.command.Priority;
import org.bmac.command.Wish;
import org.bmac.point.PointId;
import org.bmac.point.Value;

/**
 * What a page asks for, as it says it.
 *
 * @param items numbers of points with values, such as {@code 7=60 9=0}
 * @param minutes how long to hold them; 0 for good
 * @param secret of the ticket; empty when there is none
 */
public record Asking(String items, int minutes, String reason, String secret) {
    private static final int MOST = 500;

    /**
     * The wishes that it means.
     *
     * @param building as much of it as the person may see
     * @throws IllegalArgumentException with a sentence when it cannot be meant
     */
    List<Wish> wishes(Building building) {
        List<Wish> wishes = new ArrayList<>();
        for (String item : items.split(" ", MOST)) {
            String[] pair = item.split("=", 2);
            if (pair.length != 2) {
                throw new IllegalArgumentException("That cannot be understood: " + item);
            }
            wishes.add(wish(point(building, pair[0]), pair[1]));
        }
        return wishes;
    }

    /**
     * Those of the wishes that are about points out of sight; what cannot be understood is left out. They are attempts, too,
     * and have to be refused where it is written down; but what is answered then must be the same as if there were no such
     * points.
     */
    List<Wish> outOf(Building seen, Building all) {
        return Stream.of(items.split(" ", MOST))
                .flatMap(item -> understood(item, all))
                .filter(wish -> seen.point(wish.point()).isEmpty())
                .toList();
    }

    private Stream<Wish> understood(String item, Building all) {
        try {
            return new Asking(item, minutes, reason, secret).wishes(all).stream();
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }

    private Wish wish(Point point, String number) {
        return switch (Value.of(point.kind(), Double.parseDouble(number))) {
            case Value.Unreadable(String sentence) -> throw new IllegalArgumentException(sentence);
            case Value value ->
                new Wish(
                        point.id(),
                        value,
                        Priority.OPERATOR,
                        minutes == 0 ? null : Duration.ofMinutes(minutes),
                        reason.strip(),
                        secret.isEmpty() ? null : secret);
        };
    }

    static Point point(Building building, String number) {
        return building.point(new PointId(Integer.parseInt(number))).orElseThrow(Asking::gone);
    }

    /** What is said of a point that does not exist, and of one out of sight. */
    static IllegalArgumentException gone() {
        return new IllegalArgumentException("There is no such output any more.");
    }
}
