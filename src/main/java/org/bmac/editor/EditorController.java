package org.bmac.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bmac.access.Actor;
import org.bmac.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the editor's page asks: the draft of the person who looks at it, plans, publishing. Whatever is refused is refused in
 * words for that person: {@code {"words": …, "clashes": […]}}.
 */
@RestController
class EditorController {
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
    private static final int MOST_DRAWN = 8 << 20;

    private final Drafts drafts;
    private final Uploads uploads;
    private final JsonMapper json;

    EditorController(Drafts drafts, Uploads uploads, JsonMapper json) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.json = json;
    }

    /** What the page needs to begin. */
    record Opened(
            int revision,
            Drawing published,
            Drawing drawing,
            List<String> changes,
            List<String> clashes,
            boolean mayAll,
            List<Catalogue.Thing> things) {}

    record Looked(int revision, List<String> changes, List<String> clashes, List<Catalogue.Thing> things) {}

    /** @param clashes what others have published meanwhile and this draft now stands against */
    record Saved(int revision, List<String> clashes) {}

    record Published(List<String> changes) {}

    /** A plan that was loaded up, by the word with which a floor names it; and how many pages there are to choose from. */
    record Loaded(String plan, double width, double height, int pages) {}

    record Refused(String words, List<String> clashes) {}

    @GetMapping("/stream/editor")
    Opened open(@Nullable Principal person) {
        Actor by = actor(person);
        Drafts.State state = drafts.open(by);
        return new Opened(
                state.draft().revision(),
                state.draft().base(),
                state.draft().drawing(),
                state.changes(),
                state.clashes(),
                drafts.mayAll(by),
                Catalogue.of(drafts.within(by)));
    }

    /** What publishing would change, and what stands against it. */
    @GetMapping("/stream/editor/changes")
    Looked look(@Nullable Principal person) {
        Actor by = actor(person);
        Drafts.State state = drafts.look(by);
        List<Catalogue.Thing> things = Catalogue.of(drafts.within(by));
        return new Looked(state.draft().revision(), state.changes(), state.clashes(), things);
    }

    @PutMapping("/stream/editor/{revision}")
    Saved save(@PathVariable int revision, HttpServletRequest request, @Nullable Principal person) throws IOException {
        Actor by = actor(person);
        drafts.mayDraw(by);
        byte[] body = body(request, MOST_DRAWN, "A draft has up to 8 MB.");
        int saved = drafts.save(by, revision, json.readValue(body, Drawing.class));
        return new Saved(saved, drafts.look(by).clashes());
    }

    @DeleteMapping("/stream/editor")
    void discard(@Nullable Principal person) {
        drafts.discard(actor(person));
    }

    @PostMapping("/stream/editor/{revision}/publication")
    Published publish(@PathVariable int revision, HttpServletRequest request, @Nullable Principal person) {
        String origin = Objects.requireNonNullElse(request.getRemoteAddr(), "");
        return new Published(drafts.publish(actor(person), origin, revision));
    }

    /** @param keep {@code mine} or {@code theirs} */
    @PostMapping("/stream/editor/{revision}/settlement")
    void settle(@PathVariable int revision, @RequestParam String keep, @Nullable Principal person) {
        Merge.Preference side =
                keep.toLowerCase(Locale.ROOT).equals("mine") ? Merge.Preference.MINE : Merge.Preference.THEIRS;
        drafts.settle(actor(person), revision, side);
    }

    /** @param page of a PDF, from 1 */
    @PostMapping("/stream/editor/plans")
    Loaded load(HttpServletRequest request, @RequestParam(defaultValue = "1") int page, @Nullable Principal person)
            throws IOException {
        Actor by = actor(person);
        drafts.mayDraw(by);
        byte[] file = body(request, Uploads.MOST_BYTES, "A plan has up to " + (Uploads.MOST_BYTES >> 20) + " MB.");
        Picture picture = uploads.take(file, page);
        return new Loaded(drafts.addPicture(by, picture), picture.width(), picture.height(), picture.pages());
    }

    @GetMapping("/stream/editor/plans/{id}")
    ResponseEntity<byte[]> plan(@PathVariable int id, @Nullable Principal person) {
        return drafts.picture(actor(person), id)
                .map(picture -> ResponseEntity.ok()
                        .header("Content-Type", picture.mediaType())
                        .header("Content-Security-Policy", HARMLESS)
                        .header("X-Content-Type-Options", "nosniff")
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .body(picture.content().toArray()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static byte[] body(HttpServletRequest request, int most, String otherwise) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw new Refusal(otherwise);
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new Refusal(otherwise);
        }
        return body;
    }

    private static Actor actor(@Nullable Principal person) {
        return SignedIn.actor(person).orElseThrow(() -> new AccessDeniedException("Sign in first."));
    }

    @ExceptionHandler
    ResponseEntity<Refused> on(Clash clash) {
        return refused(HttpStatus.CONFLICT, clash, clash.clashes());
    }

    @ExceptionHandler({Refusal.class, IllegalArgumentException.class})
    ResponseEntity<Refused> on(RuntimeException fault) {
        return refused(HttpStatus.UNPROCESSABLE_CONTENT, fault, List.of());
    }

    @ExceptionHandler
    ResponseEntity<Refused> on(AccessDeniedException denied) {
        return refused(HttpStatus.FORBIDDEN, denied, List.of());
    }

    @ExceptionHandler
    ResponseEntity<Refused> on(JacksonException unreadable) {
        return refused(HttpStatus.BAD_REQUEST, new Refusal("This draft cannot be read."), List.of());
    }

    private static ResponseEntity<Refused> refused(HttpStatus status, RuntimeException why, List<String> clashes) {
        String words = String.valueOf(why.getMessage());
        String sentence = words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return ResponseEntity.status(status)
                .body(new Refused(sentence.endsWith(".") ? sentence : sentence + ".", clashes));
    }
}
