package org.bmac.shell.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** There is nothing at this address. */
@ParentLayout(MainLayout.class)
@PageTitle("Not found · BMaC")
@AnonymousAllowed
class NotFoundScreen extends Apology implements HasErrorParameter<NotFoundException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say("Nothing here", "There is no screen at /" + event.getLocation().getPath() + ".");
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
