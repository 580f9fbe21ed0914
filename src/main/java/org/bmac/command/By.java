package org.bmac.command;

import org.bmac.access.Role;

/**
 * Who acted, as it was then.
 *
 * @param name of the actor, for people
 * @param right what allowed it, such as "operator"; empty when nothing did
 * @param origin the display, browser or program that it came from, for people
 */
public record By(String name, Role role, String right, String origin) {

    /** The same with a second person, in words; as it is when there was none. */
    By together(String second) {
        return second.isEmpty() ? this : new By(name, role, right + " " + second, origin);
    }
}
