/** The screen of the plan editor: a frame for the web component, which talks with the room by itself. */
@NullMarked
package org.bmac.editor.ui;

import org.jspecify.annotations.NullMarked;
