package org.bmac.simulator;

import static org.bmac.simulator.Fitting.bmac5;
import static org.bmac.simulator.Fitting.firmware;

import java.util.List;
import org.bmac.building.ZoneKind;

/** The second floor: the studio, the library, a laboratory, and the computers. */
final class SecondFloor {
    private SecondFloor() {}

    static Storey storey() {
        return new Storey("Second floor", "second", rooms(), fittings());
    }

    private static List<Room> rooms() {
        return List.of(
                Room.box("2.01 Studio", ZoneKind.OFFICE, 2, 38, 38, 460, 364).with(10),
                Room.box("2.02 Board room", ZoneKind.MEETING, 2, 740, 38, 946, 364),
                Room.box("2.03 Server room", ZoneKind.PLANT_ROOM, 2, 954, 38, 1162, 364)
                        .heatedBy(1500),
                Room.of("2.04 Library", ZoneKind.OTHER, 2, 38, 460, 354, 460, 354, 762, 150, 762, 38, 650),
                Room.box("2.05 Office south", ZoneKind.OFFICE, 2, 362, 460, 586, 762)
                        .with(5),
                Room.box("2.06 Tea kitchen", ZoneKind.KITCHEN, 2, 594, 460, 798, 762),
                Room.box("Lab 2", ZoneKind.LABORATORY, 2, 806, 460, 1162, 762)
                        .with(4)
                        .heatedBy(400),
                Room.box("2.08 Corridor", ZoneKind.CORRIDOR, 2, 38, 372, 1162, 452));
    }

    private static List<Fitting> fittings() {
        return List.of(
                firmware("studio", "2.01 Studio", 142, 120, 2, Equipment.BME280, Equipment.CO2),
                firmware("studio-coils", "2.01 Studio", 356, 120, 2, Equipment.TWO_FAN_COILS),
                bmac5("studio-light", "2.01 Studio", 249, 260, 2, Board.DETECTOR, Board.LIGHT),
                bmac5("board-room", "2.02 Board room", 843, 200, 2, Board.CLIMATE, Board.FAN_COIL),
                firmware("server-room", "2.03 Server room", 1058, 110, 2, Equipment.DHT22),
                bmac5("server-cooler", "2.03 Server room", 1058, 220, 2, Board.RACK, Board.FAN_COIL),
                firmware("library", "2.04 Library", 150, 550, 2, Equipment.DHT22, Equipment.CO2),
                firmware("library-plant", "2.04 Library", 250, 680, 2, Equipment.PLANT),
                bmac5("office-205", "2.05 Office south", 474, 600, 2, Board.CLIMATE, Board.FAN_COIL),
                firmware("tea-machine", "2.06 Tea kitchen", 696, 550, 2, Equipment.COFFEE_COUNTERS),
                bmac5("tea-kitchen", "2.06 Tea kitchen", 696, 672, 2, Board.THERMOMETER, Board.DETECTOR),
                firmware("lab-2", "Lab 2", 916, 550, 2, Equipment.BME280, Equipment.CO2),
                firmware("lab-2-coils", "Lab 2", 916, 672, 2, Equipment.TWO_FAN_COILS),
                bmac5("lab-2-hood", "Lab 2", 1098, 600, 1, Board.FUME_HOOD, Board.LIGHT),
                firmware("corridor-2", "2.08 Corridor", 330, 412, 1, Equipment.MOTION),
                bmac5("corridor-2-light", "2.08 Corridor", 830, 412, 2, Board.THERMOMETER, Board.LIGHT));
    }
}
