package org.bmac.transfer;

import org.bmac.access.Actor;

/**
 * Somebody took the building away as a file, or brought one; of one that is brought, within the transaction that writes it:
 * whoever throws undoes it.
 *
 * @param origin where they are, in words for the audit; empty when that is not known
 * @param in whether they brought it
 * @param words what came of it; for people
 */
public record Transferred(Actor by, String origin, boolean in, String words) {}
