package org.bmac.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.access.Reach;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.point.PointId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * What people draw, each for themselves, and how it becomes the building. May be called on any thread. Everything takes the
 * role of an engineer, and counts only where that person may configure.
 */
@Component
class Drafts {
    /** The most plans that somebody has loaded up and not published. */
    private static final int MOST_PICTURES = 60;

    private final DraftRows rows;
    private final Buildings buildings;
    private final Rights rights;
    private final ApplicationEventPublisher events;

    Drafts(DraftRows rows, Buildings buildings, Rights rights, ApplicationEventPublisher events) {
        this.rows = rows;
        this.buildings = buildings;
        this.rights = rights;
        this.events = events;
    }

    /**
     * A draft as it stands to what is published.
     *
     * @param changes what publishing would change, a sentence each
     * @param clashes what others have changed meanwhile and differently, a sentence each
     */
    record State(Draft draft, List<String> changes, List<String> clashes) {}

    /** Somebody's draft; what others have published meanwhile is in it where that does not clash. */
    synchronized State open(Actor by) {
        Drawing now = now(by);
        Draft known = rows.of(by.user()).orElse(null);
        if (known == null) {
            Draft first = new Draft(1, now, now);
            rows.begin(by.user(), first);
            return new State(first, List.of(), List.of());
        }
        Merge.Result merged = merged(known, now, Merge.Preference.MINE);
        if (merged.clashes().isEmpty() && !known.base().equals(now)) {
            return state(replaced(by, known, new Draft(known.revision() + 1, now, merged.drawing())), now);
        }
        return state(known, now);
    }

    /** As far as is known now; writes nothing. */
    State look(Actor by) {
        return rows.of(by.user())
                .map(draft -> state(draft, now(by)))
                .orElseGet(() -> new State(new Draft(0, now(by), now(by)), List.of(), List.of()));
    }

    /**
     * Keeps what is drawn now in place of the revision that it came from, and gives the new revision.
     *
     * @throws Clash when that is not the newest any more
     */
    synchronized int save(Actor by, int revision, Drawing drawing) {
        reach(by);
        Draft known = newest(by, revision);
        return replaced(by, known, new Draft(revision + 1, known.base(), drawing))
                .revision();
    }

    /** Begins anew from what is published. */
    synchronized void discard(Actor by) {
        reach(by);
        rows.forget(by.user());
    }

    /** Settles what clashes for one side, and goes on from what is published. */
    synchronized void settle(Actor by, int revision, Merge.Preference preference) {
        Draft known = newest(by, revision);
        Drawing now = now(by);
        replaced(
                by,
                known,
                new Draft(revision + 1, now, merged(known, now, preference).drawing()));
    }

    /**
     * Makes the draft what everybody sees, all of it or nothing, and gives what has changed, a sentence each.
     *
     * @param origin the display or browser
     * @throws Clash when the revision is not the newest, or others have published something that does not fit
     * @throws IllegalArgumentException with a sentence when something is missing or impossible
     * @throws AccessDeniedException with a sentence when something lies where the person may not configure
     */
    synchronized List<String> publish(Actor by, String origin, int revision) {
        Draft known = newest(by, revision);
        Reach reach = reach(by);
        List<List<String>> words = new ArrayList<>();
        buildings.changeTogether(() -> {
            Drawing now = Tracer.of(buildings, reach);
            Merge.Result merged = merged(known, now, Merge.Preference.MINE);
            if (!merged.clashes().isEmpty()) {
                throw new Clash("Somebody else has published changes to the same things.", merged.clashes());
            }
            List<String> changes = Summary.of(now, merged.drawing(), this::nameOfNode);
            new Limits(reach, buildings.current()).check(now, merged.drawing());
            new Builder(buildings, id -> rows.picture(by.user(), id)).build(now, merged.drawing());
            rows.forget(by.user());
            if (!changes.isEmpty()) {
                events.publishEvent(new PlanPublished(by, origin, changes));
            }
            words.add(changes);
        });
        return words.getFirst();
    }

    /** Keeps a plan for the draft, and gives the word by which a floor names it. */
    synchronized String addPicture(Actor by, Picture picture) {
        reach(by);
        if (rows.pictures(by.user()) >= MOST_PICTURES) {
            throw new IllegalArgumentException("You have loaded up " + MOST_PICTURES
                    + " plans without publishing. Publish or discard the draft first.");
        }
        return "upload/" + rows.addPicture(by.user(), picture);
    }

    /** A plan that this person has loaded up. */
    Optional<Picture> picture(Actor by, int id) {
        reach(by);
        return rows.picture(by.user(), id);
    }

    /** As much of the building as this person may configure. */
    Building within(Actor by) {
        return Rights.seen(reach(by), buildings.current());
    }

    /** @throws AccessDeniedException when this person does not draw at all */
    void mayDraw(Actor by) {
        reach(by);
    }

    /** Whether this person may also add floors and name the building. */
    boolean mayAll(Actor by) {
        return reach(by).everywhere();
    }

    private Draft newest(Actor by, int revision) {
        reach(by);
        return rows.of(by.user())
                .filter(draft -> draft.revision() == revision)
                .orElseThrow(() -> new Clash("This draft was changed in another window. Load it to go on.", List.of()));
    }

    private Draft replaced(Actor by, Draft known, Draft next) {
        if (!rows.save(by.user(), known.revision(), next)) {
            throw new Clash("This draft was changed in another window. Load it to go on.", List.of());
        }
        return next;
    }

    private State state(Draft draft, Drawing now) {
        Merge.Result merged = merged(draft, now, Merge.Preference.MINE);
        return new State(draft, Summary.of(now, merged.drawing(), this::nameOfNode), merged.clashes());
    }

    private Merge.Result merged(Draft draft, Drawing now, Merge.Preference preference) {
        return Merge.of(withoutGone(draft.base()), withoutGone(draft.drawing()), now, preference, this::nameOfNode);
    }

    /** What is gone cannot be placed: a source, for one, that has become part of a known node. */
    private Drawing withoutGone(Drawing drawing) {
        Building building = buildings.current();
        Map<String, Drawing.Place> nodes = new HashMap<>(drawing.nodes());
        nodes.keySet()
                .removeIf(id ->
                        Numbers.of(id).map(NodeId::new).flatMap(building::node).isEmpty());
        Map<String, Drawing.Place> points = new HashMap<>(drawing.points());
        points.keySet().removeIf(id -> Numbers.of(id)
                .map(PointId::new)
                .flatMap(building::point)
                .isEmpty());
        return new Drawing(drawing.name(), drawing.floors(), drawing.zones(), nodes, points);
    }

    private Drawing now(Actor by) {
        return Tracer.of(buildings, reach(by));
    }

    private String nameOfNode(String id) {
        return Numbers.of(id)
                .flatMap(number -> buildings.current().node(new NodeId(number)))
                .map(Node::location)
                .orElse("a node that is gone");
    }

    private Reach reach(Actor by) {
        if (!by.may(Role.ENGINEER)) {
            throw new AccessDeniedException("Plans are drawn by engineers.");
        }
        return rights.reach(by, Right.CONFIGURE);
    }
}
