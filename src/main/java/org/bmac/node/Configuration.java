package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bmac.broker.Outgoing;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives nodes their place and modules, and tells them. The public methods may be called on any thread. */
@Component
public class Configuration implements NodeListener {
    private final Post post;
    private final Buildings buildings;
    private final Addresses addresses;

    Configuration(Post post, Buildings buildings, Addresses addresses) {
        this.post = post;
        this.buildings = buildings;
        this.addresses = addresses;
    }

    /**
     * Gives a node its location on the wire, its modules and its place, makes the points that the modules bring, and tells
     * the node if it is a known one. What a source without a UID said under that location stays with the node.
     *
     * @param modules none for BMaC 5, whose nodes say themselves what they have
     * @throws IllegalArgumentException with a sentence when the location is taken or malformed, or two modules need the
     *     same pins
     */
    Node assign(NodeId id, String location, Set<Module> modules, @Nullable Placement placement) {
        Node node = keep(id, location, modules, placement);
        send(node);
        return node;
    }

    /** As {@link #assign}, without telling the node. */
    Node keep(NodeId id, String location, Set<Module> modules, @Nullable Placement placement) {
        return keep(id, modules, () -> buildings.assign(id, location, Module.mask(modules), placement));
    }

    /** As {@link #keep(NodeId, String, Set, Placement)}; where it hangs stays as it is. */
    Node keep(NodeId id, String location, Set<Module> modules) {
        return keep(id, modules, () -> buildings.readdress(id, location, Module.mask(modules)));
    }

    private Node keep(NodeId id, Set<Module> modules, Runnable assigning) {
        Module.conflicts(modules).stream().findFirst().ifPresent(conflict -> {
            throw new IllegalArgumentException(conflict);
        });
        buildings.changeTogether(() -> {
            assigning.run();
            modules.stream()
                    .flatMap(module -> module.brings().stream())
                    .forEach(kind -> buildings.ensurePoint(id, kind, 0));
        });
        return buildings.current().node(id).orElseThrow();
    }

    /**
     * Tells a node what it is to be: a firmware node its location and then its modules (modules that start before they know
     * the location would listen on the UID until the next restart), a BMaC 5 node how often to report what. Does nothing for
     * a source without a UID. Nothing is kept for later: while the link is down a node is told when it asks again.
     */
    public void send(Node node) {
        messages(node).forEach(post::send);
    }

    /** What {@link #send} sends, in order. */
    List<Outgoing> messages(Node node) {
        if (node.uid() == null) {
            return List.of();
        }
        return switch (node.dialect()) {
            case FIRMWARE ->
                List.of(
                        new Maintenance.Location(node.location()).to(node.uid()),
                        new Maintenance.Modules(node.modules()).to(node.uid()));
            case BMAC5 -> bmac5(node.uid(), periods(node));
            case DISCOVERED -> List.of();
        };
    }

    /** How often the channels of a BMaC 5 node are to report; a sensor that is to speak on change only has zero. */
    Map<Integer, Duration> periods(Node node) {
        Map<Integer, Duration> periods = new TreeMap<>();
        for (Point point : buildings.current().pointsOf(node.id())) {
            boolean told = point.interval() != null && (point.interval().isPositive() || !point.commandable());
            if (told && point.channel() <= Channel.MOST) {
                periods.put(point.channel(), point.interval());
            }
        }
        return periods;
    }

    private static List<Outgoing> bmac5(String uid, Map<Integer, Duration> periods) {
        Outgoing get = new Bmac5Request.Get(null).to(uid);
        return periods.isEmpty() ? List.of(get) : List.of(new Bmac5Request.Periods(periods).to(uid), get);
    }

    /**
     * A node that nobody has given anything is left as it is: another server may have configured it. One whose modules listened
     * elsewhere than on its location is asked first whether they still run.
     */
    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (said instanceof NodeMessage.Hello && node != null && node.dialect() == Dialect.FIRMWARE) {
            if (addresses.isInDoubt(node.id()) && node.uid() != null) {
                post.send(new Maintenance.ActiveModules().to(node.uid()));
            }
            chosen(node).forEach(post::send);
        }
    }

    /** Who only hung it on a plan has not said what it is to be called, nor what it is to run. */
    private List<Outgoing> chosen(Node node) {
        if (node.uid() == null) {
            return List.of();
        }
        List<Outgoing> all = new ArrayList<>();
        if (node.modules() != 0 || !node.location().equals(node.uid())) {
            all.add(new Maintenance.Location(node.location()).to(node.uid()));
        }
        if (node.modules() != 0) {
            all.add(new Maintenance.Modules(node.modules()).to(node.uid()));
        }
        return all;
    }
}
