package org.bmac.command;

import java.util.Locale;

/** What it takes before an output is commanded. */
public enum Confirmation {
    /** Nothing more than the wish. */
    NONE,
    /** The actor confirms it. */
    CONFIRM,
    /** The actor confirms it and gives a reason. */
    REASON,
    /** The actor gives a reason, and another one who may command it agrees. */
    TWO_PERSONS;

    /** The stable word for programs: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
