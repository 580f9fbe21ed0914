package org.bmac.editor;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Makes a harmless plan of what somebody loads up: a drawing (SVG), a picture (PNG, JPEG) or a page of a PDF. What it is
 * says its content, never its name. One at a time, because large pictures take memory; may be called on any thread.
 */
@Component
class Uploads {
    /** The largest file, in bytes. */
    static final int MOST_BYTES = 20 << 20;

    private static final int A_LOOK = 1024;

    private final Semaphore desk = new Semaphore(1, true);

    /**
     * Takes it.
     *
     * @param page of a PDF, from 1
     * @throws Refusal with a sentence when it is nothing of this kind, or too large, or made to do harm
     */
    Picture take(byte[] file, int page) {
        if (file.length > MOST_BYTES) {
            throw new Refusal("A plan has up to " + (MOST_BYTES >> 20) + " MB.");
        }
        desk.acquireUninterruptibly();
        try {
            return taken(file, page);
        } finally {
            desk.release();
        }
    }

    private static Picture taken(byte[] file, int page) {
        if (begins(file, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return Raster.png(file);
        }
        if (begins(file, 0xff, 0xd8, 0xff)) {
            return Raster.jpeg(file);
        }
        if (begins(file, '%', 'P', 'D', 'F', '-')) {
            return PdfPage.picture(file, page);
        }
        if (begins(file, 0x1f, 0x8b) || begins(file, 'P', 'K', 3, 4)) {
            throw new Refusal("This is a compressed file. Unpack it and load up the plan in it.");
        }
        if (looksLikeSvg(file)) {
            return SvgPlan.cleaned(file);
        }
        throw new Refusal(
                "A plan is an SVG, PNG or JPEG, or a page of a PDF; this file is none of them, whatever its name.");
    }

    private static boolean looksLikeSvg(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, A_LOOK), StandardCharsets.UTF_8)
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
        return start.contains("<svg") || start.contains("<!doctype svg") || start.contains("<?xml");
    }

    private static boolean begins(byte[] file, int... start) {
        if (file.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((file[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
