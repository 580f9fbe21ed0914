package org.bmac.shell.ui;

import com.vaadin.flow.component.html.Span;

/** A drawing beside words, mute for screen readers: a file of {@code themes/bmac/icons}, coloured by the text around it. */
class Icon extends Span {
    Icon(String name) {
        addClassName("icon");
        getElement().setAttribute("data-icon", name).setAttribute("aria-hidden", "true");
    }
}
