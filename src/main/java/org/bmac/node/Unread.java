package org.bmac.node;

import java.time.Instant;
import org.bmac.point.Bytes;

/**
 * A message that could not be read, kept for people to look at.
 *
 * @param payload at most its first 256 bytes
 * @param length of the whole payload
 */
public record Unread(String topic, Bytes payload, int length, Fault fault, String detail, Instant at) {}
