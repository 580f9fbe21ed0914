/** What surrounds every screen: the main layout with its menu, the one error handler, and what is said at the start. */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "floorplan :: ui"})
package org.bmac.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
