package org.bmac.broker;

/**
 * What has passed since the start, and what waits.
 *
 * @param received messages taken from the broker
 * @param sent messages given to the broker
 * @param dropped QoS 0 messages lost here because the queue stayed full; QoS 1 messages are never dropped
 * @param queued messages that wait for their receivers now
 */
public record Traffic(long received, long sent, long dropped, int queued) {}
