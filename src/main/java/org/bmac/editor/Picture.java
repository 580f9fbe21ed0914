package org.bmac.editor;

import org.bmac.building.PlanImage;
import org.bmac.point.Bytes;

/** A plan that can do no harm: made anew from what was loaded up, of a size that every browser draws. */
record Picture(String mediaType, double width, double height, Bytes content) {
    PlanImage image() {
        return new PlanImage(mediaType, content);
    }
}
