/** Tests of the house as a whole. */
@NullMarked
package org.bmac;

import org.jspecify.annotations.NullMarked;
