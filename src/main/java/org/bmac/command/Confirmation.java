package org.bmac.command;

import java.util.Locale;

/** What it takes before an output is commanded. */
public enum Confirmation {
    /** Nothing more than the wish. */
    NONE("None"),
    /** The actor confirms it. */
    CONFIRM("Confirm"),
    /** The actor confirms it and gives a reason. */
    REASON("Confirm with a reason"),
    /** The actor gives a reason, and another one who may command it agrees. */
    TWO_PERSONS("Two persons");

    private final String label;

    Confirmation(String label) {
        this.label = label;
    }

    /** For people, in English. */
    public String label() {
        return label;
    }

    /** The stable word for programs: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
