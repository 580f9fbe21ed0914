package org.bmac.audit;

import java.util.Locale;

/** What an audit row is about. */
public enum What {
    /** Somebody asked an output for a value, or was refused. */
    COMMAND("Command"),
    /** How that ended. */
    OUTCOME("Outcome"),
    /** Somebody asked for a second person, or answered. */
    REQUEST("Second person"),
    RULES("Rules of an output"),
    SCENE("Scene"),
    BUILDING("Building"),
    /** Somebody configured a node or sent it something besides commands. */
    NODE("Node"),
    ACCESS("Users and rights"),
    SIGN_IN("Signed in"),
    SIGN_IN_FAILED("Could not sign in"),
    SIGN_OUT("Signed out"),
    CERTIFICATE("Certificate"),
    /** Somebody took readings away. */
    EXPORT("Export"),
    /** Somebody brought readings. */
    IMPORT("Import");

    private final String label;

    What(String label) {
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
