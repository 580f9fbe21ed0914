package org.bmac.firmware.ui;

import com.vaadin.flow.server.VaadinSession;

/** Where the person on the screen is, in words for the audit. */
final class Origin {
    private Origin() {}

    static String here() {
        VaadinSession session = VaadinSession.getCurrent();
        String address = session == null ? null : session.getBrowser().getAddress();
        return address == null ? "browser" : "browser at " + address;
    }
}
