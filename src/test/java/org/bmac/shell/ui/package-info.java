/** Tests of the frame around the screens. */
@NullMarked
package org.bmac.shell.ui;

import org.jspecify.annotations.NullMarked;
