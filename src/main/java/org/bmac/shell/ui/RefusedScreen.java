package org.bmac.shell.ui;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The screen exists, but not for this person. */
@ParentLayout(MainLayout.class)
@PageTitle("Not for your role · BMaC")
@AnonymousAllowed
class RefusedScreen extends Apology implements HasErrorParameter<AccessDeniedException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        say(
                "Not for your role",
                "/" + event.getLocation().getPath()
                        + " needs more rights than you have. An administrator of the building can give them to you.");
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
