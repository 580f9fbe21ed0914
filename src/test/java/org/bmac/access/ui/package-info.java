/** Tests of the screens about who may come in. */
@NullMarked
package org.bmac.access.ui;

import org.jspecify.annotations.NullMarked;
