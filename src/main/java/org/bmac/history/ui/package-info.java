/** The screen on which people look at the past. */
@NullMarked
package org.bmac.history.ui;

import org.jspecify.annotations.NullMarked;
