package org.bmac.simulator;

import java.util.HashMap;
import java.util.Map;
import org.bmac.point.Kind;

/** What the sensors of a fitted node feel: its room, each a little wrong in its own way, and with a little noise. */
final class RoomSenses implements Senses {
    private final House house;
    private final Chance chance;
    private final int room;
    private final long key;
    private final Map<Output, Role> parts = new HashMap<>();

    RoomSenses(House house, Chance chance, int room, Stadthaus.Numbered node) {
        this.house = house;
        this.chance = chance;
        this.room = room;
        this.key = node.uid().hashCode();
        node.fitting().parts().forEach(part -> parts.put(new Output(part.kind(), part.channel()), part.role()));
    }

    @Override
    public double feel(Kind kind, int channel) {
        Role role = parts.get(new Output(kind, channel));
        return role == null ? Double.NaN : heard(role, kind) + error(kind, channel);
    }

    private double heard(Role role, Kind kind) {
        double felt = house.sense(room, kind);
        return switch (role) {
            case FLOW -> flow();
            case RETURN -> flow() - 0.2 * (flow() - 20);
            case RACK -> felt + 9;
            case ROOM, FAN_COIL, LIGHT, EXTRACTOR, PUMP, MIXER, DRYER -> felt;
        };
    }

    /** The colder outside, the hotter the water. */
    private double flow() {
        double cold = Math.max(0, 18 - house.outdoors().temperature());
        return cold == 0 ? 24 : 28 + 1.2 * cold;
    }

    private double error(Kind kind, int channel) {
        double own = chance.of(key + channel, kind.code().hashCode()) - 0.5;
        double noise = chance.noise(key + kind.code().hashCode(), house.now().toEpochMilli() / 1000);
        return switch (kind) {
            case TEMPERATURE -> 0.5 * own + 0.03 * noise;
            case HUMIDITY -> 2 * own + 0.15 * noise;
            case PRESSURE -> 0.3 * own + 0.02 * noise;
            case CO2 -> 24 * own + 4 * noise;
            default -> 0;
        };
    }
}
