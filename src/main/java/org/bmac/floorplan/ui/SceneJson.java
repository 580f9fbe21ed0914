package org.bmac.floorplan.ui;

import java.util.List;
import java.util.Map;
import org.bmac.command.Run;
import org.bmac.command.Scene;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is said to questions about scenes; {@code scenes.ts} reads it. */
final class SceneJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SceneJson() {}

    /**
     * A scene as one person may know it.
     *
     * @param values as many of its values as the person may see
     * @param objection why the person may not play it; empty for those who may
     * @param mine whether the person may change it
     * @param run the last one; null when there was none
     */
    record Page(
            Scene scene,
            Map<PointId, Value> values,
            String objection,
            boolean mine,
            @Nullable Run run) {}

    /** @param outputs those that the person may put into a scene */
    static ObjectNode book(List<Page> pages, List<PointId> outputs) {
        ObjectNode reply = JSON.objectNode();
        ObjectNode book = reply.putObject("book");
        ArrayNode scenes = book.putArray("scenes");
        pages.forEach(page -> scenes.add(scene(page)));
        ArrayNode numbers = book.putArray("outputs");
        outputs.forEach(output -> numbers.add(output.number()));
        return reply;
    }

    static ObjectNode saved(Scene scene) {
        return JSON.objectNode().put("scene", scene.id());
    }

    static ObjectNode removed() {
        return JSON.objectNode().put("outcome", "confirmed");
    }

    private static ObjectNode scene(Page page) {
        Scene scene = page.scene();
        ObjectNode json = JSON.objectNode();
        json.put("id", scene.id()).put("name", scene.name());
        json.put("minutes", scene.lasting().toMinutes());
        ArrayNode values = json.putArray("values");
        page.values().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(value -> values.addArray()
                .add(value.getKey().number())
                .add(value.getValue().asNumber()));
        json.put("others", scene.values().size() - page.values().size());
        json.put("objection", page.objection()).put("mine", page.mine());
        json.set("run", page.run() == null ? JSON.nullNode() : run(page.run()));
        return json;
    }

    private static ObjectNode run(Run run) {
        return JSON.objectNode()
                .put("at", run.at().toEpochMilli())
                .put("by", run.by())
                .put("outputs", run.outputs())
                .put("done", run.done())
                .put("failed", run.failed());
    }
}
