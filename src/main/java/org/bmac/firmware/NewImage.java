package org.bmac.firmware;

import org.bmac.building.Dialect;
import org.bmac.point.Bytes;

/**
 * What somebody loads up.
 *
 * @param signature as Base64; empty when there is none
 */
public record NewImage(String name, String version, Dialect dialect, String notes, String signature, Bytes content) {
    public NewImage {
        name = name.strip();
        version = version.strip();
        notes = notes.strip();
        signature = signature.strip();
    }
}
