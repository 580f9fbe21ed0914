/** Tests of who may come in. */
@NullMarked
package org.bmac.access;

import org.jspecify.annotations.NullMarked;
