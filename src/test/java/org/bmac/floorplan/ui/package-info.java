/** Tests of the screens of the floor map. */
@NullMarked
package org.bmac.floorplan.ui;

import org.jspecify.annotations.NullMarked;
