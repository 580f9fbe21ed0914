package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;

/** An element asks something, and wants {@link Answering#answer an answer} with the number of the question. */
public abstract class Question extends ComponentEvent<Component> {
    private final int ask;

    Question(Component source, boolean fromClient, int ask) {
        super(source, fromClient);
        this.ask = ask;
    }

    /** The number of the question. */
    public int ask() {
        return ask;
    }
}
