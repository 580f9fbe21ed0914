/**
 * The way to MQTT: the {@link org.bmac.broker.Broker} port, the client behind it, the broker that runs inside this
 * process when no other is configured, the state of the link in words, fail-over. The only room that knows an MQTT
 * library. Nodes of the demonstration and of tests connect with {@link org.bmac.broker.NodeConnection}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point"})
package org.bmac.broker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
