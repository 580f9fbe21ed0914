package org.bmac.floorplan;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import org.bmac.access.SignedIn;
import org.bmac.building.FloorId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Tells the map how a floor was. */
@RestController
class FloorPastController {
    /** More cannot be told apart on a slider. */
    private static final int MOST_STEPS = 600;

    private static final Duration LONGEST = Duration.ofDays(31);

    private final Past past;
    private final Sight sight;

    FloorPastController(Past past, Sight sight) {
        this.past = past;
        this.sight = sight;
    }

    /**
     * One value for each step of each point of a floor.
     *
     * @param from in milliseconds since 1970, as {@code to}
     */
    @GetMapping(path = "/stream/past/{floor}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> past(
            @PathVariable int floor,
            @RequestParam long from,
            @RequestParam long to,
            @RequestParam(defaultValue = "600") int steps,
            @Nullable Principal person) {
        FloorId id = sight.floor(new FloorId(floor), person)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (steps < 1 || steps > MOST_STEPS || from < 0 || to <= from || to - from > LONGEST.toMillis()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "It tells 1 to 600 steps of a stretch of up to 31 days.");
        }
        try {
            String json = past.json(
                    SignedIn.actor(person).orElseThrow(),
                    id,
                    Instant.ofEpochMilli(from),
                    Instant.ofEpochMilli(to),
                    steps);
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }
}
