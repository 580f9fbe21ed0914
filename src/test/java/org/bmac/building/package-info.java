/** Tests of the building room, and the building that other tests start from. */
@NullMarked
package org.bmac.building;

import org.jspecify.annotations.NullMarked;
