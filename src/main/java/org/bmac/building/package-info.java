/**
 * What exists and where: the building, its floors with their plans, zones, nodes, points, and where each is placed. It
 * keeps them in the database and hands out one immutable picture of all of it, so that looking something up is a map
 * access and never SQL. It knows the vocabulary and nothing else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point"})
package org.bmac.building;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
