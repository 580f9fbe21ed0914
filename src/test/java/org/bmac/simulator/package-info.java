@NullMarked
package org.bmac.simulator;

import org.jspecify.annotations.NullMarked;
