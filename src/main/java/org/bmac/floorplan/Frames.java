package org.bmac.floorplan;

import java.util.List;
import org.bmac.broker.Link;
import org.bmac.history.Keeping;
import org.bmac.live.Latest;
import org.bmac.live.Recent;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * The messages from server to browser, one JSON object each. Of those that are numbered the browser says when it has drawn
 * them. Not safe for several threads.
 */
final class Frames {
    private final Fragments fragments;
    private final StringBuilder json = new StringBuilder(1024);

    Frames(Fragments fragments) {
        this.fragments = fragments;
    }

    /** Everything, for a screen that begins; {@code model} is the version of the building that the points belong to. */
    String snapshot(
            long sequence,
            long now,
            long model,
            Link link,
            Keeping keeping,
            List<Latest> points,
            List<String> control,
            List<String> requests) {
        begin("snapshot", sequence, now);
        json.append(",\"model\":").append(model);
        append(link);
        if (!keeping.up()) {
            append(keeping);
        }
        append(points);
        unlessEmpty("control", control);
        unlessEmpty("requests", requests);
        return end();
    }

    /** What has changed; the link, and how readings are kept, only where that has changed as well. */
    String changes(long sequence, long now, @Nullable Link link, @Nullable Keeping keeping, List<Latest> points) {
        begin("changes", sequence, now);
        if (link != null) {
            append(link);
        }
        if (keeping != null) {
            append(keeping);
        }
        append(points);
        return end();
    }

    /** Nothing new: we are still here. */
    String beat(long sequence, long now) {
        begin("beat", sequence, now);
        return end();
    }

    /** The last hour of one point. */
    String recent(PointId point, List<Recent> samples) {
        json.setLength(0);
        json.append("{\"t\":\"recent\",\"id\":").append(point.number()).append(",\"points\":[");
        for (int i = 0; i < samples.size(); i++) {
            Json.sample(comma(i), samples.get(i));
        }
        json.append(']');
        return end();
    }

    /** What is asked of outputs and held for them has changed, commands have ended, somebody is to agree. */
    String control(long now, List<String> points, List<String> ends, List<String> requests) {
        json.setLength(0);
        json.append("{\"t\":\"control\",\"now\":").append(now);
        unlessEmpty("points", points);
        unlessEmpty("ends", ends);
        unlessEmpty("requests", requests);
        return end();
    }

    /** The building has changed: its model is to be fetched again. */
    String model(long version) {
        json.setLength(0);
        json.append("{\"t\":\"model\",\"version\":").append(version);
        return end();
    }

    private void begin(String type, long sequence, long now) {
        json.setLength(0);
        json.append("{\"t\":\"").append(type);
        json.append("\",\"seq\":").append(sequence);
        json.append(",\"now\":").append(now);
    }

    private void append(Link link) {
        Json.link(json.append(",\"link\":"), link);
    }

    private void append(Keeping keeping) {
        Json.keeping(json.append(",\"store\":"), keeping);
    }

    private void append(List<Latest> points) {
        json.append(",\"points\":[");
        for (int i = 0; i < points.size(); i++) {
            comma(i).append(fragments.of(points.get(i)));
        }
        json.append(']');
    }

    private void unlessEmpty(String name, List<String> pieces) {
        if (!pieces.isEmpty()) {
            json.append(",\"")
                    .append(name)
                    .append("\":[")
                    .append(String.join(",", pieces))
                    .append(']');
        }
    }

    private StringBuilder comma(int index) {
        return index == 0 ? json : json.append(',');
    }

    private String end() {
        return json.append('}').toString();
    }
}
