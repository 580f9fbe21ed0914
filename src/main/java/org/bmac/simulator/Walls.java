package org.bmac.simulator;

import java.util.ArrayList;
import java.util.List;

/** The walls and ceilings between rooms, found from the plans. */
final class Walls {
    /** Of a metre of inner wall with its doors, in W/K. */
    private static final double WALL = 6;

    /** Of a square metre of ceiling, in W/K. */
    private static final double CEILING = 0.7;

    private final List<Wall> all = new ArrayList<>();

    private record Wall(int one, int other, double conductance) {}

    Walls(List<Room> rooms) {
        for (int i = 0; i < rooms.size(); i++) {
            for (int j = i + 1; j < rooms.size(); j++) {
                double conductance = conductance(rooms.get(i), rooms.get(j));
                if (conductance > 0) {
                    all.add(new Wall(i, j, conductance));
                }
            }
        }
    }

    /** The watts that each room gets from its neighbours. */
    double[] exchange(List<Air> air) {
        double[] watts = new double[air.size()];
        for (Wall wall : all) {
            double flow = wall.conductance
                    * (air.get(wall.one).temperature() - air.get(wall.other).temperature());
            watts[wall.one] -= flow;
            watts[wall.other] += flow;
        }
        return watts;
    }

    private static double conductance(Room one, Room other) {
        return switch (Math.abs(one.floor() - other.floor())) {
            case 0 -> one.box().wallWith(other.box()) * WALL;
            case 1 -> one.box().over(other.box()) * CEILING;
            default -> 0;
        };
    }
}
