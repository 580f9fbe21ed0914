/** The screen on which people take readings away, and engineers bring some. */
@NullMarked
package org.bmac.exchange.ui;

import org.jspecify.annotations.NullMarked;
