package org.bmac.editor;

import org.bmac.building.PlanImage;
import org.bmac.point.Bytes;
import org.springframework.stereotype.Component;

/** Plans that come with a file: they go through what every plan goes through that somebody loads up. On any thread. */
@Component
public class PlanFiles {
    private final Uploads uploads;

    PlanFiles(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * The plan, made anew so that it can do no harm.
     *
     * @throws IllegalArgumentException with a sentence when it is no plan, or too large, or made to do harm
     */
    public PlanImage harmless(Bytes file) {
        try {
            return uploads.take(file.toArray(), 1).image();
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.getMessage(), refusal);
        }
    }
}
