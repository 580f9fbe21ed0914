package org.bmac.firmware;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bmac.point.Bytes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands images to BMaC 5 nodes, over HTTPS where the pages have it. Whoever asks must know the SHA-256 of the image that the
 * node is to have, which only it was told.
 */
@Hidden
@RestController
class ImageController {
    private static final int AT_ONCE = 16;

    private final ImageDoor door;
    private final Semaphore room = new Semaphore(AT_ONCE);

    ImageController(ImageDoor door) {
        this.door = door;
    }

    /** 404 also when there is such an image and it is for another node; 503 while as many as may fetch do so. */
    @GetMapping("/image/{uid:[0-9a-fA-F]{12}}/{sha256:[0-9a-f]{64}}")
    void image(@PathVariable String uid, @PathVariable String sha256, HttpServletResponse response) throws IOException {
        Optional<ImageDoor.Handout> found =
                door.of(uid).filter(handout -> handout.image().sha256().equals(sha256));
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!room.tryAcquire()) {
            response.setHeader("Retry-After", "30");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            give(found.get(), response);
        } finally {
            room.release();
        }
    }

    private void give(ImageDoor.Handout handout, HttpServletResponse response) throws IOException {
        Optional<Bytes> content = door.content(handout);
        if (content.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/octet-stream");
        response.setContentLength(content.get().length());
        try (OutputStream body = response.getOutputStream()) {
            body.write(content.get().toArray());
        }
        door.given(handout);
    }
}
