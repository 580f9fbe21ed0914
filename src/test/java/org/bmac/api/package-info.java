/** Tests of the interface for programs. */
@NullMarked
package org.bmac.api;

import org.jspecify.annotations.NullMarked;
