package org.bmac.shell.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The body of a screen that cannot be shown: what is the matter, and the way on. */
class Apology extends Div {
    Apology() {
        addClassName("apology");
    }

    void say(String title, String sentence) {
        removeAll();
        Anchor way = new Anchor("", "To the map");
        way.addClassName("way-on");
        add(new H1(title), new Paragraph(sentence), way);
    }
}
