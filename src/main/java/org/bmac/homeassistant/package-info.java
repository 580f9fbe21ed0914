/**
 * Devices of other worlds that announce themselves by Home Assistant's MQTT discovery: they become nodes and points, what they
 * say is translated for the intake, and what is wanted of their outputs into their language. And our own nodes, announced so that Home Assistant sees them. Off unless it is switched on;
 * devices speak and are spoken to on trusted topics only.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "broker", "node", "access", "live", "command"})
package org.bmac.homeassistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
