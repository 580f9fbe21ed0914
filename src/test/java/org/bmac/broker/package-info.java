@NullMarked
package org.bmac.broker;

import org.jspecify.annotations.NullMarked;
