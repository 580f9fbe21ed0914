package org.bmac.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.shared.ui.Transport;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** What holds for every page: its scheme from the first paint, one error handler, and no dialogs of the framework. */
@Component
class PageInit implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PageInit::dress);
        event.getSource().setSystemMessagesProvider(_ -> messages());
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new SayingErrorHandler()));
        event.getSource().addUIInitListener(init -> settle(init.getUI()));
    }

    private static void dress(IndexHtmlResponse page) {
        Scheme scheme = Scheme.chosenIn(page.getVaadinRequest().getCookies());
        Element html = page.getDocument().head().parent();
        if (html != null) {
            html.attr("theme", scheme.value().getThemeValue());
            html.attr("style", "color-scheme: " + scheme.value().getValue());
        }
        page.getDocument()
                .head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", "themes/bmac/mark.svg");
        fixBase(page.getDocument());
    }

    /**
     * Vaadin gives pages a base that is relative to the address, and the address changes without a new page: whoever goes
     * from /nodes to /nodes/5 would ask for everything below /nodes/ from then on.
     */
    private static void fixBase(Document page) {
        Element base = page.head().selectFirst("base");
        if (base != null) {
            base.after("<script>document.querySelector('base').href = document.baseURI</script>");
        }
    }

    /**
     * A page whose session is gone (the server was started again, or nobody came for long) loads itself anew, which leads
     * to where it was or to the sign-in, instead of asking to be touched.
     */
    private static SystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSyncErrorNotificationEnabled(false);
        messages.setInternalErrorCaption("This page stopped");
        messages.setInternalErrorMessage(
                "The server has written down why. Press here or Escape to load the page anew.");
        return messages;
    }

    /** The page asks for its server for ever, never by long polling; what it says meanwhile is the map's own veil. */
    private static void settle(UI ui) {
        ui.setLocale(Locale.ENGLISH);
        ui.getPushConfiguration().setFallbackTransport(Transport.WEBSOCKET);
        ui.getReconnectDialogConfiguration().setReconnectInterval(2_000);
        ui.getReconnectDialogConfiguration().setReconnectAttempts(Integer.MAX_VALUE);
    }
}
