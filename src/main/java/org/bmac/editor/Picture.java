package org.bmac.editor;

import org.bmac.building.PlanImage;
import org.bmac.point.Bytes;

/**
 * A plan that can do no harm: made anew from what was loaded up, of a size that every browser draws.
 *
 * @param pages how many the document has of which this is one
 */
record Picture(String mediaType, double width, double height, Bytes content, int pages) {
    Picture(String mediaType, double width, double height, Bytes content) {
        this(mediaType, width, height, content, 1);
    }

    Picture of(int pages) {
        return new Picture(mediaType, width, height, content, pages);
    }

    PlanImage image() {
        return new PlanImage(mediaType, content);
    }
}
