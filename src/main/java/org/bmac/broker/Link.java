package org.bmac.broker;

import java.time.Instant;

/**
 * The state of our connection to the broker.
 *
 * @param up whether messages can flow
 * @param url of the broker that is connected, or that was tried last; without password
 * @param reason one sentence for people: why it is down, or "connected"
 * @param since when this state began
 */
public record Link(boolean up, String url, String reason, Instant since) {}
