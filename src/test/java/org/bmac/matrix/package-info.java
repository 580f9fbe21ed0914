/** Who may do what where: tables that name every command, view and endpoint, and fail when one is missing there. */
@NullMarked
package org.bmac.matrix;

import org.jspecify.annotations.NullMarked;
