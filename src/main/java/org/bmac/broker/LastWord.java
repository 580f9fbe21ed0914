package org.bmac.broker;

/**
 * What the broker is to say in our name when it loses us without a goodbye: MQTT's will. Who wants that declares a bean of this
 * type; there is one at most, since a connection has one will.
 */
public record LastWord(Outgoing message) {}
