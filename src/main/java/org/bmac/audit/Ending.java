package org.bmac.audit;

import java.util.Locale;

/** How the attempts ended that are wanted. */
public enum Ending {
    ANY("Any outcome"),
    /** Refused, unanswered or mismatched; also who could not sign in. */
    TROUBLE("Only refused and failed"),
    CONFIRMED("Confirmed"),
    REFUSED("Refused"),
    UNANSWERED("Unanswered"),
    MISMATCHED("Mismatched"),
    SUPERSEDED("Superseded");

    private final String label;

    Ending(String label) {
        this.label = label;
    }

    /** For people, in English. */
    public String label() {
        return label;
    }

    /** What it says in SQL; without parameters. */
    String condition() {
        return switch (this) {
            case ANY -> "1 = 1";
            case TROUBLE -> "(outcome in ('refused', 'unanswered', 'mismatched') or what = 'SIGN_IN_FAILED')";
            case CONFIRMED, REFUSED, UNANSWERED, MISMATCHED, SUPERSEDED ->
                "outcome = '" + name().toLowerCase(Locale.ROOT) + "'";
        };
    }
}
