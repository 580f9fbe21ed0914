package org.bmac.floorplan.ui;

import static org.bmac.floorplan.ui.Desk.said;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.command.Asked;
import org.bmac.command.Confirmation;
import org.bmac.command.Deed;
import org.bmac.command.Scene;
import org.bmac.command.Scenes;
import org.bmac.command.Wish;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Does what a page asks of scenes, as the person before it, beside the {@link Desk}. */
@Component
class SceneDesk {
    private final Scenes scenes;
    private final Desk desk;
    private final Rights rights;
    private final SignedIn signedIn;

    SceneDesk(Scenes scenes, Desk desk, Rights rights, SignedIn signedIn) {
        this.scenes = scenes;
        this.desk = desk;
        this.rights = rights;
        this.signedIn = signedIn;
    }

    /** Answers all that this element asks of scenes. */
    void attend(Answering element) {
        element.on(SceneBook.class, said(_ -> book()));
        element.on(SceneRun.class, said(this::play));
        element.on(SceneConfirm.class, said(this::confirm));
        element.on(SceneSave.class, said(this::save));
        element.on(SceneRemove.class, said(this::remove));
    }

    /** The outputs that this person has this right to. */
    List<PointId> outputs(Actor actor, Right right) {
        return rights.seen(actor).points().stream()
                .filter(Point::commandable)
                .map(Point::id)
                .filter(point -> rights.may(actor, right, point))
                .toList();
    }

    /** A scene of which the person sees nothing does not exist for that one. */
    private ObjectNode book() {
        Actor actor = signedIn.person();
        Building seen = rights.seen(actor);
        return SceneJson.book(
                scenes.all().stream()
                        .map(scene -> page(actor, seen, scene))
                        .filter(page -> !page.values().isEmpty())
                        .toList(),
                outputs(actor, Right.CONFIGURE));
    }

    private SceneJson.Page page(Actor actor, Building seen, Scene scene) {
        Map<PointId, Value> values = scene.values().entrySet().stream()
                .filter(value -> seen.point(value.getKey()).isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new SceneJson.Page(
                scene,
                values,
                objection(seen, scenes.forbidden(actor, scene)),
                scenes.mayChange(actor, scene.values().keySet()),
                scenes.lastRun(scene.id()).orElse(null));
    }

    private static String objection(Building seen, List<PointId> forbidden) {
        if (forbidden.isEmpty()) {
            return "";
        }
        List<String> named = forbidden.stream()
                .flatMap(point -> seen.point(point).stream())
                .map(point -> point.label() + " in " + seen.placeOf(point))
                .limit(2)
                .toList();
        int others = forbidden.size() - named.size();
        String more = others == 0
                ? ""
                : (named.isEmpty() ? "" : " and ")
                        + others
                        + (others == 1 ? " output" : " outputs")
                        + (named.isEmpty() ? " of it" : " more");
        return "You may not command " + String.join(", ", named) + more + ".";
    }

    /** The attempt counts also where the person sees nothing of the scene; but then there is none, as far as is told. */
    private ObjectNode play(SceneRun question) {
        Actor actor = signedIn.person();
        Building seen = rights.seen(actor);
        List<Wish> wishes = scenes.wishes(question.number(), question.only(), question.reason(), question.ticket());
        Confirmation level = desk.level(actor, wishes);
        if (level != Confirmation.NONE && question.ticket() == null) {
            return Replies.confirm(level);
        }
        List<Asked> asked = scenes.retry(
                actor, Desk.origin(), question.number(), question.only(), question.reason(), question.ticket());
        requireSeen(seen, question.number());
        return Replies.all(asked.stream()
                .filter(one -> seen.point(one.command().point()).isPresent())
                .toList());
    }

    private ObjectNode confirm(SceneConfirm question) {
        Actor actor = signedIn.person();
        Scene scene = scenes.find(question.number())
                .orElseThrow(() -> new IllegalArgumentException("There is no scene " + question.number() + "."));
        if (!scenes.forbidden(actor, scene).isEmpty()) {
            return refused(actor, question);
        }
        List<Wish> wishes = scenes.wishes(scene.id(), question.only(), question.reason(), null);
        return desk.confirm(actor, new Deed.Play(scene.id(), scene.name(), question.only(), wishes, question.reason()));
    }

    /** Playing it is refused where the person may not command all of it: so the attempt is written down. */
    private ObjectNode refused(Actor actor, SceneQuestion question) {
        Building seen = rights.seen(actor);
        List<Asked> asked = scenes.play(actor, Desk.origin(), question.number(), question.reason(), null);
        requireSeen(seen, question.number());
        return Replies.all(asked.stream()
                .filter(one -> seen.point(one.command().point()).isPresent())
                .toList());
    }

    private ObjectNode save(SceneSave question) {
        Actor actor = signedIn.person();
        Building seen = rights.seen(actor);
        if (question.number() != 0) {
            requireSeen(seen, question.number());
        }
        Map<PointId, Value> values = question.asking().wishes(seen).stream()
                .collect(Collectors.toMap(Wish::point, Wish::value, (_, last) -> last));
        Scene scene = new Scene(
                question.number(),
                question.name(),
                values,
                Duration.ofMinutes(question.asking().minutes()));
        return SceneJson.saved(scenes.save(actor, Desk.origin(), scene));
    }

    private ObjectNode remove(SceneRemove question) {
        Actor actor = signedIn.person();
        requireSeen(rights.seen(actor), question.number());
        scenes.remove(actor, Desk.origin(), question.number());
        return SceneJson.removed();
    }

    private void requireSeen(Building seen, int number) {
        boolean any = scenes.find(number).stream()
                .flatMap(scene -> scene.values().keySet().stream())
                .anyMatch(point -> seen.point(point).isPresent());
        if (!any) {
            throw new IllegalArgumentException("There is no scene " + number + ".");
        }
    }
}
