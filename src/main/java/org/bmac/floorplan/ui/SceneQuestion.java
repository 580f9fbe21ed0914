package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** A question about playing a scene. */
public abstract class SceneQuestion extends NumberQuestion {
    private final String reason;
    private final String secret;

    SceneQuestion(Component source, boolean fromClient, int ask, int number, String reason, String secret) {
        super(source, fromClient, ask, number);
        this.reason = reason.strip();
        this.secret = secret;
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
