package org.bmac.simulator;

import org.bmac.point.Kind;

/** What the outputs of a node do. */
@FunctionalInterface
interface Outputs {
    /** 1 and 0 for on and off, per cent for fans and valves; NaN when there is none. */
    double output(Kind kind, int channel);
}
