package org.bmac.simulator;

import java.util.List;

/**
 * One floor of the demonstration building.
 *
 * @param plan the name of its drawing
 */
record Storey(String name, String plan, List<Room> rooms, List<Fitting> fittings) {
    Storey {
        rooms = List.copyOf(rooms);
        fittings = List.copyOf(fittings);
    }
}
