/**
 * The floor map, live and as it was: the component, the stream that feeds it, the view with panel and list, the kiosk; and on the panel the
 * means to move outputs, the overrides, and the scenes.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"point", "building", "broker", "live", "node", "access", "command", "history"})
package org.bmac.floorplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
