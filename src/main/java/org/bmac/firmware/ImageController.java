package org.bmac.firmware;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
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
    private final ImageDoor door;

    ImageController(ImageDoor door) {
        this.door = door;
    }

    /** 404 also when there is such an image and it is for another node. */
    @GetMapping("/image/{uid:[0-9a-fA-F]{12}}/{sha256:[0-9a-f]{64}}")
    void image(@PathVariable String uid, @PathVariable String sha256, HttpServletResponse response) throws IOException {
        Optional<ImageDoor.Handout> found =
                door.of(uid).filter(handout -> handout.image().sha256().equals(sha256));
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ImageDoor.Handout handout = found.get();
        response.setContentType("application/octet-stream");
        response.setContentLength(handout.content().length());
        try (OutputStream body = response.getOutputStream()) {
            body.write(handout.content().toArray());
        }
        door.given(handout);
    }
}
