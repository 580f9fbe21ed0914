/** The screens of the nodes: who has been heard, and where they belong. */
@NullMarked
package org.bmac.node.ui;

import org.jspecify.annotations.NullMarked;
