package org.bmac.shell.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A screen failed while it was being built: a bug. */
@ParentLayout(MainLayout.class)
@PageTitle("This screen is broken · BMaC")
@AnonymousAllowed
class BrokenScreen extends Apology implements HasErrorParameter<Exception> {
    private static final Logger log = LoggerFactory.getLogger(BrokenScreen.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        log.error("The screen at /{} could not be built", event.getLocation().getPath(), parameter.getException());
        say("This screen is broken", "That is a fault in the program; the log says why. The other screens still work.");
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
