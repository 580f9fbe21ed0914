package org.bmac.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bmac.building.Dialect;

/** The demonstration building: a corner house in a town, three floors of the same outline. */
final class Stadthaus {
    static final String NAME = "Stadthaus";

    private Stadthaus() {}

    /** A fitting with the UID of its node. */
    record Numbered(String uid, Fitting fitting) {}

    /** From the ground upwards. */
    static List<Storey> storeys() {
        return List.of(GroundFloor.storey(), FirstFloor.storey(), SecondFloor.storey());
    }

    static Layout layout() {
        return new Layout(
                storeys().stream().flatMap(storey -> storey.rooms().stream()).toList());
    }

    /** All placed nodes. The UIDs of firmware nodes begin with {@code a020a61}, those of BMaC 5 with {@code 7c9ebd5}. */
    static List<Numbered> nodes() {
        List<Numbered> all = new ArrayList<>();
        int number = 1;
        for (Storey storey : storeys()) {
            for (Fitting fitting : storey.fittings()) {
                all.add(new Numbered(uid(fitting.dialect(), number++), fitting));
            }
        }
        return all;
    }

    /** Nodes that somebody has plugged in and nobody has placed: the program meets them only on the broker. */
    static List<Numbered> unplaced() {
        return List.of(
                new Numbered(
                        uid(Dialect.FIRMWARE, 0x901),
                        Fitting.firmware("spare", "0.06 Workshop", 0, 0, 1, Equipment.BME280)),
                new Numbered(
                        uid(Dialect.BMAC5, 0x902), Fitting.bmac5("spare-5", "0.06 Workshop", 0, 0, 1, Board.CLIMATE)));
    }

    private static String uid(Dialect dialect, int number) {
        return (dialect == Dialect.FIRMWARE ? "a020a61" : "7c9ebd5") + String.format(Locale.ROOT, "%05x", number);
    }
}
