/**
 * Programs for nodes: the images that were loaded up, which node is to run which, and how they are rolled out, a few nodes
 * first. It hands images out to the nodes that are to have them, and stops by itself when nodes do not come back with them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "node", "access"})
package org.bmac.firmware;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
