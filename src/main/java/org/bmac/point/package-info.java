/**
 * The vocabulary that every room speaks: what a point is, what it can say, and how far that can be believed. Pure Java;
 * it knows no framework and draws no arrow.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.bmac.point;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
