package org.bmac.simulator;

import org.bmac.point.Kind;

/** One output of a node: a relay, a fan, a valve, a change-over. */
record Output(Kind kind, int channel) {}
