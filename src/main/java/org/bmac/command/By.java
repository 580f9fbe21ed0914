package org.bmac.command;

import org.bmac.access.Role;

/**
 * Who acted, as it was then.
 *
 * @param name of the actor, for people
 * @param right what allowed it, such as "operator"; empty when nothing did
 * @param origin the display, browser or program that it came from, for people
 */
public record By(String name, Role role, String right, String origin) {}
