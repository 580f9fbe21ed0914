package org.bmac.transfer;

/**
 * Something in a file that cannot be used; the rest can.
 *
 * @param where in the file, such as {@code floors[2].zones[0]}
 * @param reason a sentence for people
 */
public record Problem(String where, String reason) {}
