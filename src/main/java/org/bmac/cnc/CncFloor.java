package org.bmac.cnc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.node.Module;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One floor of the building as the desktop client sees it, and what it changes there. For one thread.
 *
 * <p>A node that is taken away loses its place and nothing else: it waits with the unplaced ones, because what it said is
 * kept. One that is made anew under its UID comes back from there.
 */
@Component
class CncFloor {
    private static final Pattern UID = Pattern.compile("[0-9a-f]{12}");

    private final CncSettings settings;
    private final Buildings buildings;
    private final Account account;
    private final ApplicationEventPublisher events;
    private @Nullable FloorImage image;

    CncFloor(CncSettings settings, Buildings buildings, Account account, ApplicationEventPublisher events) {
        this.settings = settings;
        this.buildings = buildings;
        this.account = account;
        this.events = events;
    }

    /** That something was not done, and why. */
    static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1;

        final Oddity oddity;

        Odd(Oddity oddity, String more) {
            super(more);
            this.oddity = oddity;
        }
    }

    /** The plan; empty while there is no such floor. */
    Optional<FloorImage> image() {
        return floor().flatMap(this::image);
    }

    /** The nodes that hang there and have a UID, in the order in which they became known. */
    List<NodeRecord> nodes() {
        return image().map(plan -> buildings.current().nodes().stream()
                        .flatMap(node -> record(node, plan).stream())
                        .toList())
                .orElse(List.of());
    }

    /** @throws Odd when it is not done */
    void add(NodeRecord wanted, String origin) {
        FloorImage plan = plan();
        String uid = uid(wanted.uid());
        Node known = buildings.current().nodeOfUid(uid);
        if (known != null && known.placed()) {
            throw new Odd(on(plan, known) ? Oddity.DUPLICATE : Oddity.ELSEWHERE, uid);
        }
        Placement place = placement(wanted, plan);
        Account.Acting acting = acting(plan);
        need(acting.unplaced(), uid);
        need(acting.reach().holds(place, buildings.current()), uid);
        buildings.changeTogether(() -> {
            change(
                    wanted,
                    place,
                    () -> known == null
                            ? buildings.addNode(uid, uid, Dialect.FIRMWARE, 0).id()
                            : known.id());
            tell(acting, origin, "Placed " + wanted.location() + " (" + uid + ") on " + nameOf(plan) + ".");
        });
    }

    /** @throws Odd when it is not done */
    void update(NodeRecord wanted, String origin) {
        FloorImage plan = plan();
        String uid = uid(wanted.uid());
        Node known = known(uid, plan);
        NodeRecord before = record(known, plan).orElseThrow();
        if (before.equals(wanted)) {
            return;
        }
        Placement place = placement(wanted, plan);
        Account.Acting acting = acting(plan);
        need(acting.reach().holds(known.placement(), buildings.current()), uid);
        need(acting.reach().holds(place, buildings.current()), uid);
        boolean stays = before.x() == wanted.x() && before.y() == wanted.y();
        buildings.changeTogether(() -> {
            change(wanted, stays ? known.placement() : place, known::id);
            tell(acting, origin, difference(before, wanted) + ".");
        });
    }

    /** @throws Odd when it is not done */
    void delete(String said, String origin) {
        FloorImage plan = plan();
        String uid = uid(said);
        Node known = known(uid, plan);
        Account.Acting acting = acting(plan);
        need(acting.unplaced() && acting.reach().holds(known.placement(), buildings.current()), uid);
        buildings.changeTogether(() -> {
            buildings.place(known.id(), null);
            tell(acting, origin, "Took " + known.location() + " (" + uid + ") from " + nameOf(plan) + ".");
        });
    }

    private interface Subject {
        NodeId id();
    }

    private void change(NodeRecord wanted, @Nullable Placement place, Subject subject) {
        Node holder = buildings.current().nodeOfLocation(wanted.location());
        if (holder != null && holder.placed() && !wanted.uid().equalsIgnoreCase(holder.uid())) {
            throw new Odd(Oddity.LOCATION, wanted.location());
        }
        Set<Module> modules = Module.of(wanted.modules());
        Module.conflicts(modules).stream().findFirst().ifPresent(conflict -> {
            throw new Odd(Oddity.MODULES, conflict);
        });
        try {
            buildings.changeTogether(() -> {
                NodeId id = subject.id();
                buildings.assign(id, wanted.location(), wanted.modules(), place);
                modules.stream()
                        .flatMap(module -> module.brings().stream())
                        .forEach(kind -> buildings.ensurePoint(id, kind, 0));
            });
        } catch (IllegalArgumentException e) {
            throw new Odd(Oddity.LOCATION, String.valueOf(e.getMessage()));
        }
    }

    private Optional<NodeRecord> record(Node node, FloorImage plan) {
        if (!node.tellable() || node.uid() == null || !on(plan, node) || node.placement() == null) {
            return Optional.empty();
        }
        Spot spot = node.placement().spot();
        return Optional.of(new NodeRecord(node.uid(), node.location(), plan.x(spot), plan.y(spot), node.modules()));
    }

    private static boolean on(FloorImage plan, Node node) {
        return node.placement() != null && node.placement().floor().equals(plan.floor());
    }

    private Node known(String uid, FloorImage plan) {
        Node known = buildings.current().nodeOfUid(uid);
        if (known == null || !known.placed() || !known.dialect().ours()) {
            throw new Odd(Oddity.UNKNOWN, uid);
        }
        if (!on(plan, known)) {
            throw new Odd(Oddity.ELSEWHERE, uid);
        }
        return known;
    }

    private static Placement placement(NodeRecord wanted, FloorImage plan) {
        return plan.spot(wanted.x(), wanted.y())
                .map(spot -> new Placement(plan.floor(), spot))
                .orElseThrow(() -> new Odd(Oddity.SPOT, wanted.uid() + " at " + wanted.x() + ", " + wanted.y()));
    }

    private static String uid(String said) {
        String uid = said.toLowerCase(Locale.ROOT);
        if (!UID.matcher(uid).matches()) {
            throw new Odd(Oddity.UID, "");
        }
        return uid;
    }

    private FloorImage plan() {
        return image().orElseThrow(() -> new Odd(Oddity.FLOOR, settings.floor()));
    }

    private Optional<Floor> floor() {
        Building building = buildings.current();
        return building.floors().stream()
                .filter(floor -> settings.floor().isEmpty() || floor.name().equalsIgnoreCase(settings.floor()))
                .findFirst();
    }

    private Optional<FloorImage> image(Floor floor) {
        FloorImage last = image;
        if (last == null || !last.isOf(floor)) {
            last = buildings
                    .planOf(floor.id())
                    .map(plan -> FloorImage.of(floor, plan))
                    .orElse(null);
            image = last;
        }
        return Optional.ofNullable(last);
    }

    private String nameOf(FloorImage plan) {
        return buildings.current().floor(plan.floor()).map(Floor::name).orElse("a floor");
    }

    private Account.Acting acting(FloorImage plan) {
        return account.on(plan.floor()).orElseThrow(() -> new Odd(Oddity.RIGHTS, settings.user()));
    }

    private static void need(boolean may, String uid) {
        if (!may) {
            throw new Odd(Oddity.RIGHTS, uid);
        }
    }

    private void tell(Account.Acting acting, String origin, String words) {
        events.publishEvent(new CncChanged(acting.actor(), origin, words));
    }

    private static String difference(NodeRecord before, NodeRecord now) {
        StringBuilder words = new StringBuilder("Changed ").append(before.location());
        if (!before.location().equals(now.location())) {
            words.append(": now called ").append(now.location());
        }
        if (before.x() != now.x() || before.y() != now.y()) {
            words.append(": moved to ").append(now.x()).append(", ").append(now.y());
        }
        if (before.modules() != now.modules()) {
            words.append(": modules ").append(Integer.toHexString(now.modules()));
        }
        return words.toString();
    }
}
