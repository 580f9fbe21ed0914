/** The screens about who may come in: sign-in, the own account, the users; and the way in to all screens. */
@NullMarked
package org.bmac.access.ui;

import org.jspecify.annotations.NullMarked;
