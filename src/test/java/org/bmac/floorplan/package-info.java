/** What the stream of the map promises. */
@NullMarked
package org.bmac.floorplan;

import org.jspecify.annotations.NullMarked;
