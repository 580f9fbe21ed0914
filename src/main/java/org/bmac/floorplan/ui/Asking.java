package org.bmac.floorplan.ui;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.command.Deed;
import org.bmac.command.Priority;
import org.bmac.command.Wish;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks for, as it says it.
 *
 * @param items numbers of points with values, such as {@code 7=60 9=0}, or with priorities, such as {@code 7:8 9:8}
 * @param minutes how long to hold them; 0 for good
 * @param secret of the ticket; empty when there is none
 */
public record Asking(String items, int minutes, String reason, String secret) {
    private static final int MOST = 1_000;

    public Asking {
        reason = reason.strip();
    }

    /**
     * The wishes that it means.
     *
     * @param building as much of it as the person may see
     * @throws IllegalArgumentException with a sentence when it cannot be meant
     */
    List<Wish> wishes(Building building) {
        return each().map(item -> meant(item, "=", building, this::wish)).toList();
    }

    /**
     * Those of the wishes that are about points out of sight; what cannot be understood is left out. They are attempts, too,
     * and have to be refused where it is written down; but what is answered then must be the same as if there were no such
     * points.
     */
    List<Wish> wishesOutOf(Building seen, Building all) {
        return outOf("=", seen, all, this::wish);
    }

    /**
     * What it means to let go of.
     *
     * @param building as much of it as the person may see
     * @throws IllegalArgumentException with a sentence when it cannot be meant
     */
    List<Deed.Hold> holds(Building building) {
        return each().map(item -> meant(item, ":", building, Asking::hold)).toList();
    }

    /** Those that are about points out of sight, as {@link #wishesOutOf}. */
    List<Deed.Hold> holdsOutOf(Building seen, Building all) {
        return outOf(":", seen, all, Asking::hold);
    }

    /** The secret of the ticket; null when there is none. */
    @Nullable
    String ticket() {
        return secret.isEmpty() ? null : secret;
    }

    private Stream<String> each() {
        return Stream.of(items.split(" ", MOST));
    }

    private static <T> T meant(String item, String between, Building building, BiFunction<Point, String, T> made) {
        String[] pair = item.split(between, 2);
        if (pair.length != 2) {
            throw new IllegalArgumentException("That cannot be understood: " + item);
        }
        return made.apply(point(building, pair[0]), pair[1]);
    }

    private <T> List<T> outOf(String between, Building seen, Building all, BiFunction<Point, String, T> made) {
        return each().<T>mapMulti((item, found) -> {
                    try {
                        found.accept(
                                meant(item, between, all, (point, number) -> made.apply(hidden(seen, point), number)));
                    } catch (IllegalArgumentException _) {
                        // in sight, or not to be understood: neither is an attempt on what is out of sight
                    }
                })
                .toList();
    }

    private static Point hidden(Building seen, Point point) {
        if (seen.point(point.id()).isPresent()) {
            throw new IllegalArgumentException("It is in sight.");
        }
        return point;
    }

    private static Deed.Hold hold(Point point, String number) {
        return new Deed.Hold(
                point.id(),
                Priority.of(Integer.parseInt(number))
                        .orElseThrow(() -> new IllegalArgumentException("There is no such priority.")));
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
                        reason,
                        ticket());
        };
    }

    private static Point point(Building building, String number) {
        return building.point(new PointId(Integer.parseInt(number))).orElseThrow(Asking::gone);
    }

    /** What is said of a point that does not exist, and of one out of sight. */
    static IllegalArgumentException gone() {
        return new IllegalArgumentException("There is no such output any more.");
    }
}
