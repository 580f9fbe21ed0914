package org.bmac.command;

import org.bmac.access.Role;

/**
 * Who acted, as it was then.
 *
 * @param name of the actor, for people
 * @param right what allowed it, such as "operator"; empty when nothing did
 * @param origin the display, browser or program that it came from, for people
 * @param second the other person who agreed to it; empty where none was needed
 */
public record By(String name, Role role, String right, String origin, String second) {

    /** Somebody alone. */
    public By(String name, Role role, String right, String origin) {
        this(name, role, right, origin, "");
    }

    /** The same with a second person; as it is when there was none. */
    By together(String other) {
        return new By(name, role, right, origin, other);
    }

    /** Both names where there were two persons, such as "anna with ben". */
    public String names() {
        return second.isEmpty() ? name : name + " with " + second;
    }
}
