package org.bmac.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.PlanImage;
import org.bmac.building.Spot;
import org.bmac.node.Module;
import org.bmac.point.Bytes;

/** Registers the demonstration building, so that it looks as if people had placed it all. */
record StadthausSetup(Buildings buildings) {

    /** Whether this is the demonstration building, or nothing yet. */
    boolean mayStand() {
        Building current = buildings.current();
        return current.name().equals(Stadthaus.NAME) || empty(current);
    }

    /** Sets it up where there is nothing, in one transaction; else does nothing. */
    void run() {
        if (empty(buildings.current())) {
            buildings.changeTogether(() -> {
                buildings.rename(Stadthaus.NAME);
                List<Storey> storeys = Stadthaus.storeys();
                for (int i = 0; i < storeys.size(); i++) {
                    storey(storeys.get(i), i);
                }
            });
        }
    }

    private static boolean empty(Building building) {
        return building.name().isEmpty()
                && building.floors().isEmpty()
                && building.nodes().stream().noneMatch(Node::placed);
    }

    private void storey(Storey storey, int ordinal) {
        PlanImage plan = new PlanImage("image/svg+xml", drawing(storey.plan()));
        FloorId floor = buildings.addFloor(storey.name(), ordinal, Plan.WIDTH, Plan.HEIGHT, plan);
        storey.rooms()
                .forEach(room -> buildings.addZone(
                        floor,
                        room.name(),
                        room.kind(),
                        room.outline().stream().map(Room.Corner::spot).toList()));
        Stadthaus.nodes().stream()
                .filter(node -> storey.fittings().contains(node.fitting()))
                .forEach(node -> place(floor, node));
    }

    private void place(FloorId floor, Stadthaus.Numbered numbered) {
        Fitting fitting = numbered.fitting();
        int mask = fitting.dialect() == Dialect.FIRMWARE ? Module.mask(fitting.modules()) : 0;
        Node node = buildings.addNode(numbered.uid(), fitting.location(), fitting.dialect(), mask);
        buildings.assign(node.id(), fitting.location(), mask, new Placement(floor, fitting.spot()));
        List<Spot> spots = fitting.spots();
        for (int i = 0; i < spots.size(); i++) {
            Part part = fitting.parts().get(i);
            boolean commandable = part.kind().commandable();
            buildings.ensurePoint(node.id(), part.kind(), part.channel(), part.name(), spots.get(i), commandable);
        }
    }

    private static Bytes drawing(String plan) {
        try (InputStream in = StadthausSetup.class.getResourceAsStream("/simulator/" + plan + ".svg")) {
            return Bytes.wrap(Objects.requireNonNull(in, plan).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
