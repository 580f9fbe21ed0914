package org.bmac.exchange;

/**
 * How the feeding of another database goes.
 *
 * @param up whether what is kept gets there
 * @param words for people, without any secret
 */
public record Feed(boolean up, String words) {}
