package org.bmac.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bmac.ServerTest;
import org.bmac.access.Actor;
import org.bmac.access.Grant;
import org.bmac.access.Grants;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.User;
import org.bmac.access.Users;
import org.bmac.access.Where;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.PlanImage;
import org.bmac.building.Spot;
import org.bmac.building.Zone;
import org.bmac.building.ZoneKind;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** From a draft to what everybody sees, with others at the same work. Each test has floors and nodes of its own. */
@ServerTest
class DraftsTests {
    private static final String ORIGIN = "test";
    private static final List<Spot> SQUARE =
            List.of(new Spot(0.1, 0.1), new Spot(0.5, 0.1), new Spot(0.5, 0.5), new Spot(0.1, 0.5));

    private final Drafts drafts;
    private final Buildings buildings;
    private final Users users;
    private final Grants grants;
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    DraftsTests(Drafts drafts, Buildings buildings, Users users, Grants grants) {
        this.drafts = drafts;
        this.buildings = buildings;
        this.users = users;
        this.grants = grants;
    }

    private Actor.Person somebody(Role role) {
        String name = "u" + UUID.randomUUID();
        users.add(person("admin"), name, role);
        return person(name);
    }

    private Actor.Person person(String name) {
        User found = users.all().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Actor.Person(found.id(), found.name(), found.role());
    }

    private Node node(String name) {
        Node node = buildings.addNode(null, name + "-" + tag, Dialect.FIRMWARE, 0);
        buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0);
        return node;
    }

    private FloorId published(String name) {
        PlanImage plan = new PlanImage("image/svg+xml", Bytes.of("<svg/>"));
        return buildings.addFloor(name + " " + tag, 0, 100, 50, plan);
    }

    private static Drawing withFloor(Drawing drawing, Drawing.Storey floor) {
        List<Drawing.Storey> floors = new ArrayList<>(drawing.floors().stream()
                .filter(other -> !other.id().equals(floor.id()))
                .toList());
        floors.add(floor);
        return new Drawing(drawing.name(), floors, drawing.zones(), drawing.nodes(), drawing.points());
    }

    private static Drawing withZone(Drawing drawing, Drawing.Room zone) {
        List<Drawing.Room> zones = new ArrayList<>(drawing.zones().stream()
                .filter(other -> !other.id().equals(zone.id()))
                .toList());
        zones.add(zone);
        return new Drawing(drawing.name(), drawing.floors(), zones, drawing.nodes(), drawing.points());
    }

    private static Drawing withNode(Drawing drawing, Node node, String floor, double x, double y) {
        Map<String, Drawing.Place> nodes = new HashMap<>(drawing.nodes());
        nodes.put(node.id().toString(), new Drawing.Place(floor, x, y));
        return new Drawing(drawing.name(), drawing.floors(), drawing.zones(), nodes, drawing.points());
    }

    private Drawing.Storey floor(String id, String name) {
        return new Drawing.Storey(id, name + " " + tag, "", 1200, 800, false, 24.0, 90.0);
    }

    private static Drawing.Room zone(String id, String floor, String name) {
        return new Drawing.Room(id, floor, name, "plant-room", List.of("warm", "loud"), SQUARE);
    }

    private Drafts.State opened(Actor by) {
        return drafts.open(by);
    }

    private Floor floorCalled(String name) {
        return buildings.current().floors().stream()
                .filter(floor -> floor.name().equals(name + " " + tag))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFloorWithRoomsAndNodesIsPublishedTogether() {
        Actor by = somebody(Role.ENGINEER);
        Node node = node("lab");
        Draft draft = opened(by).draft();
        Drawing drawing = withFloor(draft.drawing(), floor("nf", "Attic"));
        drawing = withNode(withZone(drawing, zone("nz", "nf", "Boiler")), node, "nf", 0.2, 0.3);

        int revision = drafts.save(by, draft.revision(), drawing);
        assertThat(buildings.current().floors()).noneMatch(floor -> floor.name().contains("Attic " + tag));
        List<String> words = drafts.publish(by, ORIGIN, revision);

        Floor attic = floorCalled("Attic");
        assertThat(attic.metres()).isEqualTo(24.0);
        assertThat(attic.north()).isEqualTo(90.0);
        Zone boiler = buildings.current().zones().stream()
                .filter(zone -> zone.floor().equals(attic.id()))
                .findFirst()
                .orElseThrow();
        assertThat(boiler.kind()).isEqualTo(ZoneKind.PLANT_ROOM);
        assertThat(boiler.tags()).containsExactly("warm", "loud");
        assertThat(buildings.current().node(node.id()).orElseThrow().placement())
                .isEqualTo(new Placement(attic.id(), new Spot(0.2, 0.3)));
        assertThat(buildings.current().pointsOf(node.id()).getFirst().zone()).isEqualTo(boiler.id());
        assertThat(words)
                .contains("Floor Attic " + tag + " is new.", "New on Attic " + tag + ": 1 zone (Boiler).")
                .anyMatch(word -> word.startsWith("Placed on Attic"));
        assertThat(opened(by).changes()).isEmpty();
    }

    @Test
    void twoWindowsOfOnePersonDoNotOverwriteEachOther() {
        Actor by = somebody(Role.ENGINEER);
        Draft draft = opened(by).draft();
        int next = drafts.save(by, draft.revision(), withFloor(draft.drawing(), floor("na", "First")));

        assertThatThrownBy(() -> drafts.save(by, draft.revision(), draft.drawing()))
                .isInstanceOf(Clash.class)
                .hasMessageContaining("another window");
        assertThatThrownBy(() -> drafts.publish(by, ORIGIN, draft.revision())).isInstanceOf(Clash.class);
        assertThat(opened(by).draft().revision()).isEqualTo(next);
    }

    @Test
    void twoPeopleAtDifferentThingsAreBroughtTogether() {
        FloorId floor = published("Shared");
        Actor one = somebody(Role.ENGINEER);
        Actor two = somebody(Role.ENGINEER);
        Draft first = opened(one).draft();
        Draft second = opened(two).draft();
        int a = drafts.save(
                one, first.revision(), withZone(first.drawing(), zone("na", floor.toString(), "East " + tag)));
        int b = drafts.save(
                two, second.revision(), withZone(second.drawing(), zone("nb", floor.toString(), "West " + tag)));

        drafts.publish(one, ORIGIN, a);
        drafts.publish(two, ORIGIN, b);

        assertThat(buildings.current().zones().stream()
                        .filter(zone -> zone.floor().equals(floor))
                        .map(Zone::name))
                .containsExactlyInAnyOrder("East " + tag, "West " + tag);
    }

    @Test
    void twoPeopleAtTheSameThingAreToldAndNothingIsOverwritten() {
        FloorId floor = published("Common");
        Node node = node("both");
        Actor one = somebody(Role.ENGINEER);
        Actor two = somebody(Role.ENGINEER);
        Draft first = opened(one).draft();
        Draft second = opened(two).draft();
        int a = drafts.save(one, first.revision(), withNode(first.drawing(), node, floor.toString(), 0.1, 0.1));
        int b = drafts.save(two, second.revision(), withNode(second.drawing(), node, floor.toString(), 0.9, 0.9));
        drafts.publish(one, ORIGIN, a);

        assertThatThrownBy(() -> drafts.publish(two, ORIGIN, b))
                .isInstanceOfSatisfying(Clash.class, clash -> assertThat(clash.clashes())
                        .hasSize(1)
                        .first()
                        .asString()
                        .contains("both-" + tag));
        assertThat(placeOf(node)).isEqualTo(new Placement(floor, new Spot(0.1, 0.1)));
        assertThat(opened(two).clashes()).hasSize(1);

        drafts.settle(two, b, Merge.Preference.MINE);
        drafts.publish(two, ORIGIN, opened(two).draft().revision());
        assertThat(placeOf(node)).isEqualTo(new Placement(floor, new Spot(0.9, 0.9)));
    }

    @Test
    void whoTakesTheirsHasWhatTheyPublished() {
        FloorId floor = published("Theirs");
        Actor one = somebody(Role.ENGINEER);
        Actor two = somebody(Role.ENGINEER);
        Draft first = opened(one).draft();
        Draft second = opened(two).draft();
        int a = drafts.save(one, first.revision(), withFloor(first.drawing(), floor(floor.toString(), "Of one")));
        int b = drafts.save(two, second.revision(), withFloor(second.drawing(), floor(floor.toString(), "Of two")));
        drafts.publish(one, ORIGIN, a);

        drafts.settle(two, b, Merge.Preference.THEIRS);

        assertThat(opened(two).changes()).isEmpty();
        assertThat(opened(two).draft().drawing().nameOfFloor(floor.toString())).isEqualTo("Of one " + tag);
    }

    private @Nullable Placement placeOf(Node node) {
        return buildings.current().node(node.id()).orElseThrow().placement();
    }

    @Test
    void aFloorThatIsPutAwayComesBackWithAllThatHungThere() {
        FloorId floor = published("Cellar");
        buildings.addZone(floor, "Coal " + tag, ZoneKind.STORAGE, SQUARE);
        Node node = node("deep");
        buildings.place(node.id(), new Placement(floor, new Spot(0.2, 0.2)));
        Actor by = somebody(Role.ENGINEER);
        Draft draft = opened(by).draft();
        Drawing.Storey known = draft.drawing().floor(floor.toString()).orElseThrow();
        Map<String, Drawing.Place> nodes = new HashMap<>(draft.drawing().nodes());
        nodes.remove(node.id().toString());
        Drawing away = withFloor(draft.drawing(), archived(known, true));
        away = new Drawing(away.name(), away.floors(), away.zones(), nodes, away.points());

        drafts.publish(by, ORIGIN, drafts.save(by, draft.revision(), away));
        assertThat(buildings.current().floor(floor)).isEmpty();
        assertThat(buildings.current().zones()).noneMatch(zone -> zone.name().equals("Coal " + tag));
        assertThat(buildings.current().node(node.id()).orElseThrow().placed()).isFalse();
        assertThat(buildings.current().pointsOf(node.id())).hasSize(1);

        Draft again = opened(by).draft();
        Drawing back = withFloor(
                again.drawing(),
                archived(again.drawing().floor(floor.toString()).orElseThrow(), false));
        drafts.publish(by, ORIGIN, drafts.save(by, again.revision(), back));
        assertThat(buildings.current().floor(floor)).isPresent();
        assertThat(placeOf(node)).isEqualTo(new Placement(floor, new Spot(0.2, 0.2)));
        assertThat(buildings.current().zones()).anyMatch(zone -> zone.name().equals("Coal " + tag));
    }

    private static Drawing.Storey archived(Drawing.Storey floor, boolean archived) {
        return new Drawing.Storey(
                floor.id(),
                floor.name(),
                floor.plan(),
                floor.width(),
                floor.height(),
                archived,
                floor.metres(),
                floor.north());
    }

    @Test
    void aLoadedPlanBecomesTheFloorsAndStaysWithItsCopy() {
        Actor by = somebody(Role.ENGINEER);
        String plan = drafts.addPicture(by, new Picture("image/png", 640, 480, Bytes.of("picture")));
        Draft draft = opened(by).draft();
        Drawing.Storey one = new Drawing.Storey("n1", "One " + tag, plan, 640, 480, false, null, null);
        Drawing.Storey copy = new Drawing.Storey("n2", "Copy " + tag, plan, 640, 480, false, null, null);

        drafts.publish(by, ORIGIN, drafts.save(by, draft.revision(), withFloor(withFloor(draft.drawing(), one), copy)));

        for (String name : List.of("One", "Copy")) {
            Floor floor = floorCalled(name);
            assertThat(floor.width()).isEqualTo(640);
            assertThat(buildings.planOf(floor.id()).orElseThrow().content().text())
                    .isEqualTo("picture");
        }
        assertThat(drafts.picture(by, Integer.parseInt(plan.substring("upload/".length()))))
                .isEmpty();
    }

    @Test
    void somebodyElsesLoadedPlanIsNobodysBusiness() {
        Actor one = somebody(Role.ENGINEER);
        Actor two = somebody(Role.ENGINEER);
        String plan = drafts.addPicture(one, new Picture("image/png", 640, 480, Bytes.of("secret")));
        int number = Integer.parseInt(plan.substring("upload/".length()));
        Draft draft = opened(two).draft();
        Drawing.Storey theft = new Drawing.Storey("n1", "Theft " + tag, plan, 640, 480, false, null, null);
        int revision = drafts.save(two, draft.revision(), withFloor(draft.drawing(), theft));

        assertThat(drafts.picture(two, number)).isEmpty();
        assertThatThrownBy(() -> drafts.publish(two, ORIGIN, revision)).hasMessageContaining("Load it up again");
        assertThat(buildings.current().floors()).noneMatch(floor -> floor.name().contains("Theft"));
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsPublished() {
        Actor by = somebody(Role.ENGINEER);
        Draft draft = opened(by).draft();
        Drawing drawing = withFloor(draft.drawing(), floor("n1", "Halfway"));
        Drawing nameless = withZone(drawing, new Drawing.Room("nz", "n1", " ", "office", List.of(), SQUARE));
        int revision = drafts.save(by, draft.revision(), nameless);

        assertThatThrownBy(() -> drafts.publish(by, ORIGIN, revision))
                .hasMessage("A zone needs a name of up to 100 letters.");
        assertThat(buildings.current().floors()).noneMatch(floor -> floor.name().contains("Halfway"));
        assertThat(opened(by).draft().drawing().zones())
                .anyMatch(zone -> zone.id().equals("nz"));
    }

    @Test
    void twoFloorsOfOneNameAreRefused() {
        Actor by = somebody(Role.ENGINEER);
        Draft draft = opened(by).draft();
        Drawing twice = withFloor(withFloor(draft.drawing(), floor("n1", "Twin")), floor("n2", "twin"));

        int revision = drafts.save(by, draft.revision(), twice);

        assertThatThrownBy(() -> drafts.publish(by, ORIGIN, revision)).hasMessageContaining("Two floors are called");
    }

    /** Whoever could, would command it next. */
    @Test
    void aPointOfElsewhereIsNotTakenAndAPlanOfElsewhereNotSeen() {
        FloorId mine = published("Own");
        FloorId notMine = published("Foreign");
        Node there = node("foreign");
        buildings.place(there.id(), new Placement(notMine, new Spot(0.5, 0.5)));
        String point = buildings.current().pointsOf(there.id()).getFirst().id().toString();
        Actor.Person engineer = somebody(Role.ENGINEER);
        grants.set(
                person("admin"),
                ORIGIN,
                engineer.user(),
                java.util.Set.of(new Grant(Right.CONFIGURE, new Where.OnFloor(mine))));
        Drawing now = opened(engineer).draft().drawing();
        Drawing.Storey own = now.floor(mine.toString()).orElseThrow();
        Drawing.Storey spying = new Drawing.Storey(
                own.id(), own.name(), "floor/" + notMine + "/1", own.width(), own.height(), false, null, null);

        for (Drawing evil : List.of(
                new Drawing(
                        now.name(),
                        now.floors(),
                        now.zones(),
                        now.nodes(),
                        Map.of(point, new Drawing.Place(mine.toString(), 0.5, 0.5))),
                withFloor(now, spying))) {
            int next = drafts.save(engineer, opened(engineer).draft().revision(), evil);
            assertThatThrownBy(() -> drafts.publish(engineer, ORIGIN, next)).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(buildings.ownPlacements().keySet())
                .extracting(Object::toString)
                .doesNotContain(point);
    }

    /** It has become part of a known node meanwhile; nothing of it is left to be placed. */
    @Test
    void aSourceThatIsGoneDoesNotHoldUpTheRest() {
        FloorId floor = published("Merging");
        Node source = node("source");
        Actor by = somebody(Role.ENGINEER);
        Drawing drawn = withNode(opened(by).draft().drawing(), source, floor.toString(), 0.5, 0.5);
        int revision =
                drafts.save(by, opened(by).draft().revision(), withZone(drawn, zone("n1", floor.toString(), "Here")));
        String uid = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        Node known = buildings.addNode(uid, uid, Dialect.FIRMWARE, 0);
        buildings.assign(known.id(), source.location(), 0, null);

        drafts.publish(by, ORIGIN, revision);

        assertThat(buildings.current().zones()).anyMatch(zone -> zone.floor().equals(floor));
        assertThat(buildings.current().node(source.id())).isEmpty();
    }

    @Test
    void onlyEngineersDrawAndOnlyWhereTheyMayConfigure() {
        FloorId mine = published("Mine");
        FloorId notMine = published("Not mine");
        Actor operator = somebody(Role.OPERATOR);
        assertThatThrownBy(() -> drafts.open(operator)).isInstanceOf(AccessDeniedException.class);

        Actor.Person engineer = somebody(Role.ENGINEER);
        grants.set(
                person("admin"),
                ORIGIN,
                engineer.user(),
                java.util.Set.of(new Grant(Right.CONFIGURE, new Where.OnFloor(mine))));
        Draft draft = opened(engineer).draft();
        assertThat(draft.drawing().floors()).extracting(Drawing.Storey::id).containsExactly(mine.toString());

        Drawing ok = withZone(draft.drawing(), zone("n1", mine.toString(), "Here"));
        int revision = drafts.save(engineer, draft.revision(), ok);
        drafts.publish(engineer, ORIGIN, revision);
        assertThat(buildings.current().zones()).anyMatch(zone -> zone.floor().equals(mine));

        Draft more = opened(engineer).draft();
        for (Drawing evil : List.of(
                withZone(more.drawing(), zone("n2", notMine.toString(), "There")),
                withFloor(more.drawing(), floor("n3", "New")),
                withFloor(more.drawing(), floor(notMine.toString(), "Taken")),
                withNode(more.drawing(), node("free"), mine.toString(), 0.5, 0.5),
                new Drawing(
                        "Another name",
                        more.drawing().floors(),
                        more.drawing().zones(),
                        more.drawing().nodes(),
                        Map.of()))) {
            int next = drafts.save(engineer, opened(engineer).draft().revision(), evil);
            assertThatThrownBy(() -> drafts.publish(engineer, ORIGIN, next)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void aPointHangsApartFromItsNodeAndComesBack() {
        FloorId floor = published("Apart");
        Node node = node("parted");
        buildings.place(node.id(), new Placement(floor, new Spot(0.2, 0.2)));
        String point = buildings.current().pointsOf(node.id()).getFirst().id().toString();
        Actor by = somebody(Role.ENGINEER);
        Draft draft = opened(by).draft();
        Drawing at = draft.drawing();
        Map<String, Drawing.Place> points = new HashMap<>(at.points());
        points.put(point, new Drawing.Place(floor.toString(), 0.7, 0.7));

        drafts.publish(
                by,
                ORIGIN,
                drafts.save(by, draft.revision(), new Drawing(at.name(), at.floors(), at.zones(), at.nodes(), points)));
        assertThat(buildings.current().pointsOf(node.id()).getFirst().placement())
                .isEqualTo(new Placement(floor, new Spot(0.7, 0.7)));

        Draft again = opened(by).draft();
        points.remove(point);
        at = again.drawing();
        drafts.publish(
                by,
                ORIGIN,
                drafts.save(by, again.revision(), new Drawing(at.name(), at.floors(), at.zones(), at.nodes(), points)));
        assertThat(buildings.current().pointsOf(node.id()).getFirst().placement())
                .isEqualTo(new Placement(floor, new Spot(0.2, 0.2)));
    }

    @Test
    void aZoneThatIsRemovedIsPutAwayOnly() {
        FloorId floor = published("Zones");
        buildings.addZone(floor, "Old " + tag, ZoneKind.OFFICE, SQUARE);
        Actor by = somebody(Role.ENGINEER);
        Draft draft = opened(by).draft();
        Drawing at = draft.drawing();
        List<Drawing.Room> fewer = at.zones().stream()
                .filter(zone -> !zone.name().equals("Old " + tag))
                .toList();

        List<String> words = drafts.publish(
                by,
                ORIGIN,
                drafts.save(by, draft.revision(), new Drawing(at.name(), at.floors(), fewer, at.nodes(), at.points())));

        assertThat(words).containsExactly("Removed: 1 zone (Old " + tag + ").");
        assertThat(buildings.current().zones()).noneMatch(zone -> zone.name().equals("Old " + tag));
    }
}
