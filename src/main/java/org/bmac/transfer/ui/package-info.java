/** The screen on which engineers take the building away as a file, and bring one. */
@NullMarked
package org.bmac.transfer.ui;

import org.jspecify.annotations.NullMarked;
