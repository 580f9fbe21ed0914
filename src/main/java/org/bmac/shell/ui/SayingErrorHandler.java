package org.bmac.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every bug of a screen ends: written to the log once, and said to the person in one sentence with the number
 * under which it stands in the log.
 */
class SayingErrorHandler implements ErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(SayingErrorHandler.class);
    private static final AtomicInteger numbers = new AtomicInteger();

    @Override
    public void error(ErrorEvent event) {
        int number = numbers.incrementAndGet();
        log.error("Screen error {}", number, event.getThrowable());
        if (UI.getCurrent() != null) {
            say("That did not work, because of a fault in the program. In the log it is screen error " + number + ".");
        }
    }

    private static void say(String sentence) {
        Notification toast =
                new Notification(sentence, (int) Duration.ofSeconds(8).toMillis());
        toast.addThemeVariants(NotificationVariant.LUMO_ERROR);
        toast.setPosition(Notification.Position.BOTTOM_CENTER);
        toast.open();
    }
}
