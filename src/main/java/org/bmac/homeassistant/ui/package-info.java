/** The screen of the devices that announced themselves. */
@NullMarked
package org.bmac.homeassistant.ui;

import org.jspecify.annotations.NullMarked;
