package org.bmac.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bmac.access.Actor;
import org.bmac.broker.Outgoing;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.Point;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.springframework.stereotype.Component;

/**
 * Lets engineers say what a node is to be, keep that, and tell the node. It takes the right to configure at the node's
 * place, and is written in the audit. May be called on any thread; without that right it throws
 * {@link org.springframework.security.access.AccessDeniedException}.
 */
@Component
public class Configuring {
    private final Tending tending;
    private final Configuration configuration;
    private final Buildings buildings;
    private final Addresses addresses;
    private final Memory memory;
    private final Echo echo;

    Configuring(
            Tending tending,
            Configuration configuration,
            Buildings buildings,
            Addresses addresses,
            Memory memory,
            Echo echo) {
        this.tending = tending;
        this.configuration = configuration;
        this.buildings = buildings;
        this.addresses = addresses;
        this.memory = memory;
        this.echo = echo;
    }

    /** What speaks against this setup, a sentence each; empty when nothing does. About nobody's right. */
    public List<String> objections(NodeId id, NodeSetup setup) {
        Building building = buildings.current();
        boolean called = building.node(id)
                .filter(node -> node.uid() == null || node.location().equals(setup.location()))
                .isPresent();
        boolean wired =
                building.node(id).map(Node::dialect).filter(Dialect::ours).isPresent();
        List<String> all =
                called ? new ArrayList<>() : new ArrayList<>(location(building, id, setup.location(), wired));
        List<Pin> pins = new ArrayList<>();
        for (Point point : building.pointsOf(id)) {
            if (point.kind() == Kind.FAN || point.kind() == Kind.RELAY || point.kind() == Kind.VALVE) {
                pins.add(new Pin(point.kind(), point.channel(), point.name()));
            }
        }
        for (Pin pin : setup.pins()) {
            pins.add(pin);
            if (!setup.modules().contains(pin.module())) {
                all.add(pin.words() + " on " + pin.place() + " needs the module "
                        + pin.module().label() + ".");
            }
        }
        boolean firmware = building.node(id)
                .filter(node -> node.dialect() == Dialect.FIRMWARE)
                .isPresent();
        if (firmware) {
            all.addAll(Wiring.objections(setup.modules(), pins));
        }
        return all;
    }

    private static List<String> location(Building building, NodeId id, String location, boolean wired) {
        int bytes = Bytes.of(location).length();
        if (bytes < 1) {
            return List.of("Give it a location.");
        }
        if (bytes > Node.LONGEST_LOCATION) {
            return List.of("A location has at most " + Node.LONGEST_LOCATION + " bytes; this one has " + bytes + ".");
        }
        if (location.chars().anyMatch(each -> isForbidden(each) && (wired || each != ' ')) || location.isBlank()) {
            return List.of(
                    wired
                            ? "A location has no blank and none of ; / + # in it: it is part of topics."
                            : "A location has none of ; / + # in it, nor control characters.");
        }
        Node holder = building.nodeOfLocation(location);
        Node node = building.node(id).orElse(null);
        boolean free =
                holder == null || holder.id().equals(id) || (holder.uid() == null && node != null && node.tellable());
        return free ? List.of() : List.of("Another node is called '" + location + "' already.");
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character)
                || Character.isWhitespace(character)
                || ";/+#".indexOf(character) >= 0
                || character == '\uFFFD';
    }

    /**
     * Keeps it, without telling the node.
     *
     * @throws IllegalArgumentException with a sentence when something speaks against it
     */
    public Node save(Actor by, String origin, NodeId id, NodeSetup setup) {
        Node before = tending.node(by, id);
        Node holder = buildings.current().nodeOfLocation(setup.location());
        if (holder != null && !tending.may(by, holder)) {
            throw new IllegalArgumentException("Another node is called '" + setup.location() + "' already.");
        }
        objections(id, setup).stream().findFirst().ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        if (before.tellable() && !setup.location().equals(before.location())) {
            addresses.renamed(before);
        }
        buildings.changeTogether(() -> {
            tending.note(by, origin, before, words(before, setup), List.of());
            keep(before, setup);
        });
        return buildings.current().node(id).orElseThrow();
    }

    private void keep(Node before, NodeSetup setup) {
        NodeId id = before.id();
        if (before.uid() != null) {
            configuration.keep(id, setup.location(), setup.modules());
        }
        for (Pin pin : setup.pins()) {
            Point point = buildings.ensurePoint(id, pin.kind(), pin.channel(), pin.name(), null, true);
            rename(point, pin.name());
        }
        for (Point point : buildings.current().pointsOf(id)) {
            rename(point, setup.names().getOrDefault(point.id(), point.name()));
            Duration period = setup.periods().get(point.id());
            if (period != null && before.dialect() == Dialect.BMAC5) {
                buildings.ensurePoint(id, point.kind(), point.channel(), point.commandable(), period);
            }
        }
    }

    private void rename(Point point, String name) {
        if (!point.name().equals(name.strip())) {
            buildings.rename(point.id(), name.strip());
        }
    }

    private String words(Node before, NodeSetup setup) {
        String location = before.uid() == null ? before.location() : setup.location();
        StringBuilder words = new StringBuilder("Configured as ").append(location);
        if (!before.location().equals(location)) {
            words.append(", before ").append(before.location());
        }
        if (before.dialect() == Dialect.FIRMWARE) {
            words.append("; modules ").append(Troubles.words(Module.mask(setup.modules())));
        }
        for (Point point : buildings.current().pointsOf(before.id())) {
            String name = setup.names().getOrDefault(point.id(), point.name()).strip();
            if (!name.equals(point.name())) {
                words.append("; ").append(point.kind().label()).append(' ').append(point.channel());
                words.append(" is called ").append(name);
            }
            Duration period = setup.periods().get(point.id());
            if (period != null && before.dialect() == Dialect.BMAC5 && !period.equals(point.interval())) {
                words.append("; ").append(point.kind().label()).append(' ').append(point.channel());
                words.append(" reports every ").append(period.toSeconds()).append(" s");
            }
        }
        for (Pin pin : setup.pins()) {
            words.append("; ").append(pin.place()).append(" is ").append(pin.words());
        }
        return words.append('.').toString();
    }

    /**
     * Tells the node what is kept, and asks it what it makes of that. Until a firmware node restarts, its modules listen on
     * the name that they started with; commands go there meanwhile.
     *
     * @param answer is told in one sentence for people, once, on any thread: whether it is confirmed, and else why not
     * @throws IllegalArgumentException with a sentence for a source that can be sent nothing
     */
    public void send(Actor by, String origin, NodeId id, Consumer<String> answer) {
        Node node = tending.node(by, id);
        Tending.uid(node);
        List<Outgoing> messages = new ArrayList<>(configuration.messages(node));
        Map<Integer, Duration> periods = configuration.periods(node);
        if (node.dialect() == Dialect.FIRMWARE) {
            messages.add(Echo.question(node));
        }
        if (echo.isReachable()) {
            tending.note(by, origin, node, "Sent its configuration.", messages);
            memory.forgetDistress(id);
            configuration.send(node);
        }
        echo.hear(node, said -> answer.accept(said.words(node.modules(), periods) + stillListens(node, said)));
    }

    private String stillListens(Node node, Sent said) {
        String address = addresses.of(node);
        boolean told = !(said instanceof Sent.Unsent);
        return told && !address.equals(node.location())
                ? " Its modules go on listening on " + address + " until it restarts."
                : "";
    }
}
