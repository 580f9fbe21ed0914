/** The screen on which engineers set the rules of outputs. */
@NullMarked
package org.bmac.command.ui;

import org.jspecify.annotations.NullMarked;
