/**
 * What Home Assistant's MQTT discovery says, read: which devices are announced there, where their values come from, and
 * what a value means in our words. Pure functions so far; nothing of it listens to a broker yet.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "broker", "node"})
package org.bmac.homeassistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
