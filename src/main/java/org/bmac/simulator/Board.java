package org.bmac.simulator;

import java.util.List;
import org.bmac.point.Kind;

/** What can be plugged into a BMaC 5 node, and the points that come of it; the node numbers its channels in their order. */
enum Board {
    CLIMATE(new Part(Kind.TEMPERATURE, 0), new Part(Kind.HUMIDITY, 0), new Part(Kind.CO2, 0), new Part(Kind.MOTION, 0)),
    THERMOMETER(new Part(Kind.TEMPERATURE, 0)),
    HYGROMETER(new Part(Kind.HUMIDITY, 0)),
    DETECTOR(new Part(Kind.MOTION, 0)),
    FAN_COIL(new Part(Kind.FAN, 0, "Fan", Role.FAN_COIL), new Part(Kind.VALVE, 0, "Valve", Role.FAN_COIL)),
    LIGHT(new Part(Kind.RELAY, 0, "Light", Role.LIGHT)),
    EXTRACTOR(new Part(Kind.FAN, 0, "Extractor", Role.EXTRACTOR)),
    AIR_CURTAIN(new Part(Kind.FAN, 0, "Air curtain", Role.EXTRACTOR)),
    FUME_HOOD(new Part(Kind.FAN, 0, "Fume hood", Role.EXTRACTOR)),
    DRYER(new Part(Kind.RELAY, 0, "Dryer", Role.DRYER)),
    RACK(new Part(Kind.TEMPERATURE, 0, "Rack", Role.RACK)),
    BOILER(
            new Part(Kind.TEMPERATURE, 0, "Flow", Role.FLOW),
            new Part(Kind.TEMPERATURE, 0, "Return", Role.RETURN),
            new Part(Kind.RELAY, 0, "Pump", Role.PUMP),
            new Part(Kind.VALVE, 0, "Mixer", Role.MIXER));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Part> parts;

    Board(Part... parts) {
        this.parts = List.of(parts);
    }

    List<Part> parts() {
        return parts;
    }
}
