package org.bmac.transfer;

import java.util.List;
import org.bmac.building.ZoneKind;
import org.bmac.point.Kind;

/** The words of elsewhere for what a building has, which can be written into a file beside ours. */
public enum Vocabulary {
    /** Classes of the Brick schema, version 1.4; what it has no closer class for is its {@code Sensor}. */
    BRICK("Brick") {
        @Override
        List<String> of(Kind kind) {
            return List.of("brick:"
                    + switch (kind) {
                        case TEMPERATURE -> "Zone_Air_Temperature_Sensor";
                        case HUMIDITY -> "Zone_Air_Humidity_Sensor";
                        case PRESSURE -> "Pressure_Sensor";
                        case CO2 -> "CO2_Level_Sensor";
                        case MOTION -> "Motion_Sensor";
                        case ESPRESSO, DOUBLE_ESPRESSO, COFFEE, DOUBLE_COFFEE, WEIGHT, MOISTURE -> "Sensor";
                        case RELAY -> "Relay_Command";
                        case FAN -> "Fan_Speed_Command";
                        case VALVE -> "Valve_Position_Command";
                        case CHANGEOVER -> "Mode_Command";
                    });
        }

        @Override
        List<String> of(ZoneKind kind) {
            return List.of("brick:"
                    + switch (kind) {
                        case OFFICE -> "Office";
                        case MEETING -> "Conference_Room";
                        case KITCHEN -> "Office_Kitchen";
                        case CORRIDOR -> "Hallway";
                        case PLANT_ROOM -> "Mechanical_Room";
                        case LABORATORY -> "Laboratory";
                        case STORAGE -> "Storage_Room";
                        case OTHER -> "Room";
                    });
        }

        @Override
        List<String> ofFloor() {
            return List.of("brick:Floor");
        }

        @Override
        List<String> ofNode() {
            return List.of("brick:Equipment");
        }
    },
    /** Tags of Project Haystack, version 4; what it has no tag for is a {@code sensor point} and no more. */
    HAYSTACK("Haystack") {
        @Override
        List<String> of(Kind kind) {
            return switch (kind) {
                case TEMPERATURE -> List.of("point", "sensor", "zone", "air", "temp");
                case HUMIDITY -> List.of("point", "sensor", "zone", "air", "humidity");
                case PRESSURE -> List.of("point", "sensor", "atmospheric", "pressure");
                case CO2 -> List.of("point", "sensor", "zone", "air", "co2", "concentration");
                case MOTION -> List.of("point", "sensor", "zone", "occupied");
                case ESPRESSO, DOUBLE_ESPRESSO, COFFEE, DOUBLE_COFFEE, MOISTURE, WEIGHT -> List.of("point", "sensor");
                case RELAY -> List.of("point", "cmd", "run");
                case FAN -> List.of("point", "cmd", "fan", "speed");
                case VALVE -> List.of("point", "cmd", "valve");
                case CHANGEOVER -> List.of("point", "cmd", "hvacMode");
            };
        }

        @Override
        List<String> of(ZoneKind kind) {
            return switch (kind) {
                case OFFICE, MEETING, KITCHEN, LABORATORY, STORAGE, CORRIDOR, PLANT_ROOM, OTHER ->
                    List.of("space", "room");
            };
        }

        @Override
        List<String> ofFloor() {
            return List.of("space", "floor");
        }

        @Override
        List<String> ofNode() {
            return List.of("equip", "device");
        }
    };

    private final String label;

    Vocabulary(String label) {
        this.label = label;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    abstract List<String> of(Kind kind);

    abstract List<String> of(ZoneKind kind);

    abstract List<String> ofFloor();

    abstract List<String> ofNode();
}
