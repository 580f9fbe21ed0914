package org.bmac.firmware;

import java.time.Instant;
import org.bmac.building.Dialect;

/**
 * A program for nodes that somebody has loaded up; its bytes are kept apart.
 *
 * @param version what a node that runs it says of itself
 * @param board what it runs on, as its bytes say
 * @param dialect what a node that runs it speaks
 * @param size in bytes
 * @param sha256 of its bytes, in hex
 * @param signed whether its signature was checked
 * @param by who loaded it up
 */
public record FirmwareImage(
        int id,
        String name,
        String version,
        Board board,
        Dialect dialect,
        int size,
        String sha256,
        String notes,
        boolean signed,
        Instant at,
        String by) {
    /** For people. */
    public String words() {
        return name + " " + version;
    }

    FirmwareImage with(Correction said) {
        return new FirmwareImage(
                id, name, said.version(), said.board(), said.dialect(), size, sha256, said.notes(), signed, at, by);
    }
}
