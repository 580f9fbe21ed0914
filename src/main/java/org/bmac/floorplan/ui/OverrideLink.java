package org.bmac.floorplan.ui;

import com.vaadin.flow.router.RouterLink;

/** For the header: how much of the building is held by hand, and the way to the list of it. */
public final class OverrideLink extends RouterLink {
    public OverrideLink() {
        setRoute(OverridesView.class);
        addClassName("override-link");
        add(new OverrideCounter());
    }
}
