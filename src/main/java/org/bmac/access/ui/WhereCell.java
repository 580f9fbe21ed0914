package org.bmac.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.util.Set;
import org.bmac.access.Actor;
import org.bmac.access.Grant;
import org.bmac.access.Grants;
import org.bmac.access.Role;
import org.bmac.access.User;
import org.bmac.building.Buildings;

/** Where a user may do what, and the way to change it. */
class WhereCell extends Div {
    private final Grants grants;
    private final Buildings buildings;
    private final Actor.Person admin;
    private final User user;
    private final Runnable changed;

    WhereCell(Grants grants, Buildings buildings, Actor.Person admin, User user, boolean fixed, Runnable changed) {
        this.grants = grants;
        this.buildings = buildings;
        this.admin = admin;
        this.user = user;
        this.changed = changed;
        addClassName("user-where");
        add(new Span(Places.summary(user.role(), grants.of(user.id()), buildings.current())));
        if (!fixed && user.role() != Role.ADMIN) {
            Button change = new Button("Change", _ -> open());
            change.setAriaLabel("Change where " + user.name() + " may do what");
            add(change);
        }
    }

    private void open() {
        new WhereDialog(user, grants.of(user.id()), buildings.current(), this::take).open();
    }

    private boolean take(Set<Grant> wanted) {
        String origin = VaadinSession.getCurrent().getBrowser().getAddress();
        boolean taken = Saying.inPassing(() -> grants.set(admin, origin, user.id(), wanted));
        if (taken) {
            Saying.done("It counts from now on where " + user.name() + " may do what.");
            changed.run();
        }
        return taken;
    }
}
