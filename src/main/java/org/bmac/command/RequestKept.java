package org.bmac.command;

import org.bmac.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has asked for a second person, or answered. Published as an application event before anything follows from it:
 * whoever throws undoes it.
 *
 * @param by null when nobody did, because its time was over
 * @param origin the display or browser
 */
public record RequestKept(Request request, @Nullable Actor by, String origin) {}
