package org.bmac.audit;

/**
 * A row of the audit.
 *
 * @param number counts up from 1 without gaps
 * @param hash SHA-256 in hex over the hash of the row before and this one
 */
public record Row(long number, Entry entry, String hash) {}
