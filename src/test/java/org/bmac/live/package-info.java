/** What the room of the latest readings promises, and how fast it is. */
@NullMarked
package org.bmac.live;

import org.jspecify.annotations.NullMarked;
