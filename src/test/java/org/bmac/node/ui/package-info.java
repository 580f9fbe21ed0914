/** Tests of the screens of the nodes. */
@NullMarked
package org.bmac.node.ui;

import org.jspecify.annotations.NullMarked;
