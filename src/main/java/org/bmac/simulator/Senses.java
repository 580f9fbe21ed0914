package org.bmac.simulator;

import org.bmac.point.Kind;

/** What the sensors of a node feel. */
@FunctionalInterface
interface Senses {
    /** In the kind's unit, 1 and 0 for yes and no; NaN when there is no such sensor. */
    double feel(Kind kind, int channel);
}
