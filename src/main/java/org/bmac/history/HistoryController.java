package org.bmac.history;

import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.access.SignedIn;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands out what the charts draw, to whoever may see the point. */
@RestController
class HistoryController {
    /** To find the first reading in; it takes a few rounds. */
    private static final int COARSE = 1_000;

    private static final Duration CLOSE = Duration.ofMinutes(10);
    private static final Duration LEAST = Duration.ofHours(1);

    private final History history;
    private final Meanwhile meanwhile;
    private final Clock clock;

    HistoryController(History history, Meanwhile meanwhile, Clock clock) {
        this.history = history;
        this.meanwhile = meanwhile;
        this.clock = clock;
    }

    /**
     * A window of a point, or of several of one kind as if they were one, and what was asked and held meanwhile. Times in
     * milliseconds since 1970.
     *
     * @param points with commas between
     * @param from where it begins; without it {@code span} before the end, and without that at the first reading
     * @param to where it ends; now when left out
     */
    @GetMapping("/stream/history/{points}")
    ResponseEntity<WindowJson> window(
            @PathVariable List<Integer> points,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable Long to,
            @RequestParam(required = false) @Nullable Long span,
            @RequestParam int buckets,
            Principal person) {
        Actor by = SignedIn.actor(person).orElseThrow();
        Instant now = clock.instant();
        try {
            List<PointId> ids = points.stream().map(PointId::new).toList();
            Instant end = to == null ? now : Instant.ofEpochMilli(to);
            Instant begin = from != null
                    ? Instant.ofEpochMilli(from)
                    : span != null ? end.minusMillis(span) : beginning(by, ids, end);
            List<Bucket> window = history.together(by, ids, begin, end, buckets);
            return answer(window, now, meanwhile.marks(by, ids, begin, end));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    private static ResponseEntity<WindowJson> answer(List<Bucket> buckets, Instant now, List<MarkJson> marks) {
        return buckets.isEmpty()
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore().cachePrivate())
                        .body(WindowJson.of(buckets, now, marks));
    }

    /** A little before the first reading, but not less than an hour before the end. */
    private Instant beginning(Actor by, List<PointId> points, Instant end) {
        Instant latest = end.minus(LEAST);
        Instant begin = Instant.EPOCH;
        while (begin.isBefore(latest)) {
            Bucket first = history.together(by, points, begin, end, COARSE).stream()
                    .filter(bucket -> bucket.count() > 0)
                    .findFirst()
                    .orElse(null);
            if (first == null) {
                return latest;
            }
            boolean close = Duration.between(first.from(), first.to()).compareTo(CLOSE) <= 0;
            if (close || !first.from().isAfter(begin)) {
                return first.from().isBefore(latest) ? first.from() : latest;
            }
            begin = first.from();
        }
        return latest;
    }
}
