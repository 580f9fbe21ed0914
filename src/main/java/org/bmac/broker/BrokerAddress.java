package org.bmac.broker;

import java.net.URI;

/**
 * Where nodes find the broker that this program uses.
 *
 * @param nodes such as {@code mqtt://127.0.0.1:1883}; never with user name or password
 */
public record BrokerAddress(URI nodes) {}
