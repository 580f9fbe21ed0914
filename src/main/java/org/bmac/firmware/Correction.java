package org.bmac.firmware;

import org.bmac.building.Dialect;

/**
 * What somebody says of an image that is kept already.
 *
 * @param version what a node that runs it says of itself
 * @param board what it runs on; only what its bytes allow
 */
public record Correction(String version, Board board, Dialect dialect, String notes) {
    public Correction {
        version = version.strip();
        notes = notes.strip();
    }
}
