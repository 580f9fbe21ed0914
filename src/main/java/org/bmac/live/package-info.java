/**
 * The latest reading of every point, what it is worth by now, and who follows it. Remembers over a restart.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "broker"})
package org.bmac.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
