package org.bmac.simulator;

import static org.bmac.simulator.Fitting.bmac5;
import static org.bmac.simulator.Fitting.firmware;

import java.util.List;
import org.bmac.building.ZoneKind;

/** The ground floor: people come in at the corner, eat, and hold assemblies. */
final class GroundFloor {
    private GroundFloor() {}

    static Storey storey() {
        return new Storey("Ground floor", "ground", rooms(), fittings());
    }

    private static List<Room> rooms() {
        return List.of(
                Room.of("0.01 Foyer", ZoneKind.CORRIDOR, 0, 38, 372, 336, 372, 336, 762, 150, 762, 38, 650),
                Room.box("0.02 Reception", ZoneKind.OFFICE, 0, 344, 460, 560, 762)
                        .with(2),
                Room.box("0.03 Café", ZoneKind.KITCHEN, 0, 568, 460, 860, 762),
                Room.box("0.04 Kitchen", ZoneKind.KITCHEN, 0, 868, 460, 1162, 762)
                        .with(2)
                        .heatedBy(400),
                Room.box("0.05 Hall", ZoneKind.MEETING, 0, 38, 38, 460, 364),
                Room.box("0.06 Workshop", ZoneKind.LABORATORY, 0, 740, 38, 946, 364)
                        .with(3),
                Room.box("0.07 Plant room", ZoneKind.PLANT_ROOM, 0, 954, 38, 1162, 364)
                        .heatedBy(350),
                Room.box("0.08 Corridor", ZoneKind.CORRIDOR, 0, 340, 372, 1162, 452));
    }

    private static List<Fitting> fittings() {
        return List.of(
                firmware("foyer", "0.01 Foyer", 150, 462, 2, Equipment.BME280, Equipment.CO2),
                bmac5("foyer-door", "0.01 Foyer", 200, 620, 1, Board.DETECTOR, Board.LIGHT, Board.AIR_CURTAIN),
                bmac5("reception", "0.02 Reception", 452, 540, 2, Board.CLIMATE),
                firmware("reception-light", "0.02 Reception", 452, 650, 2, Equipment.TWO_LIGHTS),
                firmware("cafe-machine", "0.03 Café", 760, 580, 2, Equipment.COFFEE_COUNTERS),
                firmware("cafe-terminal", "0.03 Café", 640, 560, 1, Equipment.COFFEE_TERMINAL),
                bmac5("cafe", "0.03 Café", 672, 692, 2, Board.CLIMATE),
                firmware("kitchen", "0.04 Kitchen", 976, 540, 2, Equipment.DHT22),
                bmac5("kitchen-hood", "0.04 Kitchen", 1010, 660, 2, Board.EXTRACTOR, Board.LIGHT),
                firmware("hall", "0.05 Hall", 249, 112, 3, Equipment.DHT22, Equipment.CO2),
                firmware("hall-coils", "0.05 Hall", 249, 206, 3, Equipment.THREE_FAN_COILS),
                firmware("hall-switch", "0.05 Hall", 249, 300, 2, Equipment.MOTION, Equipment.CHANGEOVER),
                bmac5("workshop", "0.06 Workshop", 843, 200, 2, Board.CLIMATE, Board.FAN_COIL),
                firmware("plant-room", "0.07 Plant room", 1058, 130, 2, Equipment.BME280),
                bmac5("boiler", "0.07 Plant room", 1058, 250, 2, Board.BOILER),
                firmware("corridor-0", "0.08 Corridor", 690, 412, 1, Equipment.MOTION),
                bmac5("corridor-0-light", "0.08 Corridor", 912, 412, 2, Board.THERMOMETER, Board.LIGHT));
    }
}
