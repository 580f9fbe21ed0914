/** The frame around every screen, and the screens that say what went wrong. */
@NullMarked
package org.bmac.shell.ui;

import org.jspecify.annotations.NullMarked;
