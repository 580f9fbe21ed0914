/**
 * What the original Command-and-Control server said to its desktop client: the plan and the nodes of one floor, and nodes
 * that are made, changed and taken away from there; off unless it is switched on. Besides, the events by which nodes tell
 * that the air has changed: they are kept, published as {@link org.bmac.cnc.Co2Event}, and offered to a webhook.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "broker", "node", "access", "firmware"})
package org.bmac.cnc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
