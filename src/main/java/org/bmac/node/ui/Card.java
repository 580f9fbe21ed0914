package org.bmac.node.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A part of a node's page with its heading. */
class Card extends Section {
    Card(String title, Component... content) {
        addClassName("node-card");
        setAriaLabel(title);
        add(new H2(title));
        add(content);
    }
}
