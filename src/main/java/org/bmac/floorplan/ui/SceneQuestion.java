package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** A question about playing a scene. */
public abstract class SceneQuestion extends NumberQuestion {
    private static final int MOST = 1_000;
    private final Set<PointId> only;
    private final String reason;
    private final String secret;

    SceneQuestion(
            Component source, boolean fromClient, int ask, int number, String only, String reason, String secret) {
        super(source, fromClient, ask, number);
        this.only = Stream.of(only.split(" ", MOST))
                .filter(each -> each.matches("[0-9]{1,7}"))
                .map(each -> new PointId(Integer.parseInt(each)))
                .collect(Collectors.toSet());
        this.reason = reason.strip();
        this.secret = secret;
    }

    /** The outputs that it is to be played for again; all where there is none. */
    public Set<PointId> only() {
        return only;
    }

    /** Why; empty when no reason was given. */
    public String reason() {
        return reason;
    }

    /** The secret of the ticket; null when there is none. */
    public @Nullable String ticket() {
        return secret.isEmpty() ? null : secret;
    }
}
