package org.bmac.node;

import java.time.Instant;
import org.bmac.building.NodeId;

/**
 * A line of a node's log as it is kept.
 *
 * @param number counts up for each node; there are gaps where too many came at once
 * @param at when it arrived
 * @param text what it said, with bytes that are no text as {@code \x}-hex
 */
public record LogLine(NodeId node, long number, Instant at, LogLevel level, String text) {}
