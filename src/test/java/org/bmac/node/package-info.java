@NullMarked
package org.bmac.node;

import org.jspecify.annotations.NullMarked;
