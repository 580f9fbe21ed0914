/**
 * The building as it is being drawn: each person's draft of floors, plans, zones and places, the plans that are loaded up,
 * and the moment in which a draft becomes what everybody sees. It stands above {@code building}, which keeps what is
 * published, because it asks {@code access} who may change what.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "access"})
package org.bmac.editor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
