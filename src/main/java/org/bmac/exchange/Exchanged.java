package org.bmac.exchange;

import org.bmac.access.Actor;

/**
 * Somebody took readings away, or brought some.
 *
 * @param origin where they are, in words for the audit; empty when that is not known
 * @param in whether they brought them
 * @param words what, from when to when, in which form; for people
 */
public record Exchanged(Actor by, String origin, boolean in, String words) {}
