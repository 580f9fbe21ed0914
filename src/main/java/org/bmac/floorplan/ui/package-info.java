/**
 * The screens of the floor map, and typed doors to the web components that draw it. The components are written as if
 * they were published: immutable inputs, events as classes, no knowledge of this program's screens.
 */
@NullMarked
@NamedInterface("ui")
package org.bmac.floorplan.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
