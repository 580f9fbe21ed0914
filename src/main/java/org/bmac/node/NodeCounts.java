package org.bmac.node;

import java.time.Duration;

/**
 * How a node has spoken since the start of the program.
 *
 * @param messages that it has sent, without those that the broker had kept
 * @param unreadable those of them that nobody can read
 * @param dropped messages that were not listened to, because it is blocked
 * @param gaps how often it was silent for as long as counts as gone
 * @param longestGap the longest of them
 * @param ahead how much a time that it stamped was ahead of ours, at most; zero when it was not, or stamps nothing
 */
public record NodeCounts(long messages, long unreadable, long dropped, long gaps, Duration longestGap, Duration ahead) {
    static final NodeCounts NONE = new NodeCounts(0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
}
