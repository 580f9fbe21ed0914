package org.bmac.simulator;

/** What a point of a simulated node is connected to. */
enum Role {
    /** A sensor of the room's air or people, or a coffee machine. */
    ROOM,
    /** A temperature sensor on the pipe that leaves the boiler. */
    FLOW,
    /** A temperature sensor on the pipe that comes back to the boiler. */
    RETURN,
    /** A temperature sensor in a rack of computers. */
    RACK,
    /** The fan or the valve of a fan coil unit. */
    FAN_COIL,
    /** A light, or whatever else follows people. */
    LIGHT,
    /** A fan that blows air out of the house. */
    EXTRACTOR,
    /** A pump that runs while a floor is heated. */
    PUMP,
    /** The valve that mixes the water of the radiators. */
    MIXER,
    /** A dryer that runs while the air is humid. */
    DRYER
}
