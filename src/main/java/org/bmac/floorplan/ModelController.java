package org.bmac.floorplan;

import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import org.bmac.building.Buildings;
import org.bmac.building.FloorId;
import org.bmac.building.PlanImage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out what the map draws its values on. */
@RestController
class ModelController {
    private static final Set<String> PICTURES =
            Set.of("image/svg+xml", "image/png", "image/jpeg", "image/webp", "image/gif", "image/avif");
    /** So that a picture that somebody has loaded up cannot run anything, wherever it is opened. */
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private final Model model;
    private final Buildings buildings;
    private final Sight sight;

    ModelController(Model model, Buildings buildings, Sight sight) {
        this.model = model;
        this.buildings = buildings;
        this.sight = sight;
    }

    @GetMapping("/stream/model")
    ResponseEntity<byte[]> model(@Nullable Principal person) {
        Model.Written written = model.written(sight.reach(person));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + written.tag() + "\"")
                .body(written.json().toArray());
    }

    /** The picture of a floor; browsers may keep the one that they ask for by the version it has. */
    @GetMapping("/stream/plan/{floor}")
    ResponseEntity<byte[]> plan(
            @PathVariable int floor,
            @RequestParam(name = "v", required = false) @Nullable String version,
            @Nullable Principal person) {
        return sight.floor(new FloorId(floor), person)
                .flatMap(buildings::planOf)
                .map(plan -> picture(plan, version))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> picture(PlanImage plan, @Nullable String version) {
        String fingerprint = Model.fingerprint(plan);
        boolean lasting = fingerprint.equals(version);
        CacheControl cache = lasting ? CacheControl.maxAge(Duration.ofDays(365)).immutable() : CacheControl.noCache();
        String type = PICTURES.contains(plan.mediaType()) ? plan.mediaType() : "application/octet-stream";
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .header("Content-Security-Policy", HARMLESS)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(cache.cachePrivate())
                .eTag("\"" + fingerprint + "\"")
                .body(plan.content().toArray());
    }
}
