package org.bmac.homeassistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bmac.point.Bytes;
import tools.jackson.databind.JsonNode;

/**
 * Reads announcements of MQTT discovery: of one component below {@code <prefix>/<component>/[<node>/]<object>/config}, and
 * of a whole device below {@code <prefix>/device/[<node>/]<object>/config}. Total: whatever the bytes, it returns an answer.
 */
final class Announcements {
    /** So many components one device may announce; further ones are named together as unsupported. */
    static final int MOST_COMPONENTS = 200;

    private static final String END = "/config";

    private final String prefix;
    private final Trust trust;

    Announcements(String prefix, Trust trust) {
        this.prefix = prefix;
        this.trust = trust;
    }

    /** What a message says. */
    Announcement read(String topic, Bytes payload) {
        if (!topic.startsWith(prefix + "/") || !topic.endsWith(END) || topic.length() > 512) {
            return new Announcement.NotOne();
        }
        String key = topic.substring(prefix.length() + 1, Math.max(prefix.length() + 1, topic.length() - END.length()));
        long slashes = key.chars().filter(c -> c == '/').count();
        if (slashes < 1 || slashes > 2) {
            return new Announcement.NotOne();
        }
        if (payload.length() == 0) {
            return new Announcement.Removed(key);
        }
        if (payload.length() > Json.LONGEST) {
            return new Announcement.Refused("An announcement of " + payload.length() + " bytes is too long.");
        }
        JsonNode node = Json.read(payload);
        if (!node.isObject()) {
            return new Announcement.Refused("An announcement is a JSON object of at most 12 levels.");
        }
        return told(key, Fields.of(node, ""));
    }

    private Announcement told(String key, Fields fields) {
        String component = key.substring(0, key.indexOf('/'));
        Device device = device(fields, key);
        Entities entities = new Entities(trust, device);
        if (component.equals("device")) {
            components(key, fields, entities);
        } else {
            entities.add(component, fields.text("unique_id", key), fields);
        }
        return new Announcement.Told(key, device, entities.signals(), entities.unsupported(), entities.untrusted());
    }

    private static void components(String key, Fields fields, Entities entities) {
        int read = 0;
        for (Map.Entry<String, JsonNode> one : fields.at("components").properties()) {
            if (++read > MOST_COMPONENTS) {
                entities.refuse(key, "A device has at most " + MOST_COMPONENTS + " components; the rest is left out.");
                return;
            }
            Fields own = Fields.of(one.getValue(), fields.base());
            entities.add(own.text("platform"), own.text("unique_id", key + "/" + one.getKey()), own.under(fields));
        }
    }

    private static Device device(Fields fields, String key) {
        Fields device = Fields.of(fields.at("device"), "");
        String id = identifier(device, key);
        String model = (device.text("manufacturer") + " " + device.text("model")).strip();
        return new Device(
                id, Entities.shortened(device.text("name", fields.text("name", id))), Entities.shortened(model));
    }

    /** What tells the device apart: its first identifier, else the announcement's own key. */
    private static String identifier(Fields device, String key) {
        JsonNode identifiers = device.at("identifiers");
        List<String> found = new ArrayList<>();
        if (identifiers.isArray()) {
            identifiers.forEach(one -> found.add(Json.text(one)));
        } else {
            found.add(Json.text(identifiers));
        }
        return found.stream().filter(one -> !one.isEmpty()).findFirst().orElse(key);
    }
}
