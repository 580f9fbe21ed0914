/** The screen of the nodes' programs. */
@NullMarked
package org.bmac.firmware.ui;

import org.jspecify.annotations.NullMarked;
