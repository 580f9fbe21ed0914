package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;

/** A question about one thing that has a number. */
public abstract class NumberQuestion extends Question {
    private final int number;

    NumberQuestion(Component source, boolean fromClient, int ask, int number) {
        super(source, fromClient, ask);
        this.number = number;
    }

    /** The number of what it is about; from a browser, and so to be doubted. */
    public int number() {
        return number;
    }
}
