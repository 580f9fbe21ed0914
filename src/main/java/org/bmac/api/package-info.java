/**
 * The interface for other programs: what exists, what it reports, and how it changes, as JSON over HTTP; how the server is.
 * It shows what the screens show, to whoever may see the screens.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "live", "broker", "access"})
package org.bmac.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
