package org.bmac.simulator;

import static org.bmac.simulator.Fitting.bmac5;
import static org.bmac.simulator.Fitting.firmware;

import java.util.List;
import org.bmac.building.ZoneKind;

/** The first floor: offices, a laboratory, and the archive. */
final class FirstFloor {
    private FirstFloor() {}

    static Storey storey() {
        return new Storey("First floor", "first", rooms(), fittings());
    }

    private static List<Room> rooms() {
        return List.of(
                Room.box("1.01 Office", ZoneKind.OFFICE, 1, 38, 38, 246, 364).with(6),
                Room.box("1.02 Office", ZoneKind.OFFICE, 1, 254, 38, 460, 364).with(6),
                Room.box("1.03 Meeting", ZoneKind.MEETING, 1, 740, 38, 946, 364),
                Room.box("1.04 Archive", ZoneKind.STORAGE, 1, 954, 38, 1162, 364),
                Room.of("1.05 Open space", ZoneKind.OFFICE, 1, 38, 460, 480, 460, 480, 762, 150, 762, 38, 650)
                        .with(15),
                Room.box("1.06 Kitchen", ZoneKind.KITCHEN, 1, 488, 460, 690, 762),
                Room.box("Lab 1", ZoneKind.LABORATORY, 1, 698, 460, 1162, 762)
                        .with(5)
                        .heatedBy(500),
                Room.box("1.08 Corridor", ZoneKind.CORRIDOR, 1, 38, 372, 1162, 452));
    }

    private static List<Fitting> fittings() {
        return List.of(
                firmware("office-101", "1.01 Office", 142, 120, 2, Equipment.DHT22, Equipment.CO2),
                firmware("office-101-coil", "1.01 Office", 142, 230, 2, Equipment.FAN_COIL),
                bmac5("office-102", "1.02 Office", 357, 200, 2, Board.CLIMATE, Board.FAN_COIL),
                firmware("meeting-103", "1.03 Meeting", 843, 130, 2, Equipment.BME280, Equipment.CO2),
                bmac5("meeting-103-air", "1.03 Meeting", 843, 262, 2, Board.DETECTOR, Board.FAN_COIL),
                firmware("archive", "1.04 Archive", 1058, 120, 2, Equipment.DHT22),
                bmac5("archive-dryer", "1.04 Archive", 1058, 220, 2, Board.DRYER, Board.DETECTOR),
                firmware("open-space-west", "1.05 Open space", 150, 540, 2, Equipment.BME280, Equipment.CO2),
                firmware("open-space-east", "1.05 Open space", 375, 530, 2, Equipment.DHT22),
                bmac5("open-space-light", "1.05 Open space", 375, 606, 2, Board.DETECTOR, Board.LIGHT),
                firmware("open-space-coils", "1.05 Open space", 316, 692, 3, Equipment.THREE_FAN_COILS),
                firmware("kitchen-106-machine", "1.06 Kitchen", 589, 550, 2, Equipment.COFFEE_COUNTERS),
                bmac5("kitchen-106", "1.06 Kitchen", 589, 672, 2, Board.THERMOMETER, Board.HYGROMETER, Board.DETECTOR),
                firmware("lab-1", "Lab 1", 810, 550, 2, Equipment.BME280, Equipment.CO2),
                firmware("lab-1-coils", "Lab 1", 810, 672, 2, Equipment.TWO_FAN_COILS),
                bmac5("lab-1-hood", "Lab 1", 1030, 610, 2, Board.FUME_HOOD, Board.LIGHT, Board.DETECTOR),
                firmware("corridor-1", "1.08 Corridor", 330, 412, 2, Equipment.MOTION, Equipment.CHANGEOVER),
                bmac5("corridor-1-light", "1.08 Corridor", 830, 412, 2, Board.THERMOMETER, Board.LIGHT));
    }
}
