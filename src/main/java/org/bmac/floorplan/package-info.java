/** The live floor map: the component, the stream that feeds it, the view with panel and list, the kiosk. */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "broker", "live", "access"})
package org.bmac.floorplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
