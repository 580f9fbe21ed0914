/** Tests of the frame around the screens, and of what is said when a start fails. */
@NullMarked
package org.bmac.shell;

import org.jspecify.annotations.NullMarked;
