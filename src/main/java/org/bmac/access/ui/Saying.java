package org.bmac.access.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.notification.Notification;

/** Says to the person how a change ended. */
final class Saying {
    private static final int MILLISECONDS = 4_000;

    private Saying() {}

    /** Done: said in passing. */
    static void done(String sentence) {
        Notification.show(sentence, MILLISECONDS, Notification.Position.BOTTOM_CENTER);
    }

    /** Runs a change; what it refuses is said at the field. */
    static boolean at(HasValidation field, Runnable change) {
        try {
            change.run();
            field.setInvalid(false);
            return true;
        } catch (IllegalArgumentException e) {
            field.setErrorMessage(e.getMessage());
            field.setInvalid(true);
            return false;
        }
    }

    /** Runs a change that has no field; what it refuses is said in passing. */
    static boolean inPassing(Runnable change) {
        try {
            change.run();
            return true;
        } catch (IllegalArgumentException e) {
            done(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
