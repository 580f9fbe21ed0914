/**
 * A building that breathes: weather, rooms, the people in them, and nodes of both dialects that are real MQTT clients of
 * whatever broker the program uses. It sets the demonstration building up where there is none, lets its nodes go wrong on
 * request, gives it a past, and lends single nodes to the tests of other rooms. It knows payload bytes only through the codecs of the node
 * room, and nobody knows it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "broker", "node", "history"})
package org.bmac.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
