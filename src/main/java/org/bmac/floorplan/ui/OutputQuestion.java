package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;

/** A question about outputs. */
public abstract class OutputQuestion extends Question {
    private final Asking asking;

    OutputQuestion(Component source, boolean fromClient, int ask, Asking asking) {
        super(source, fromClient, ask);
        this.asking = asking;
    }

    /** What is wanted of them; from a browser, and so to be doubted. */
    public Asking asking() {
        return asking;
    }
}
