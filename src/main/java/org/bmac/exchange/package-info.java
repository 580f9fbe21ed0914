/**
 * Readings on their way out and in: exports as CSV and as Arrow files, all that is kept pushed to an InfluxDB, and readings of
 * elsewhere taken into the history. It reads the history and adds to it through its door, and says who took or brought what as
 * {@link org.bmac.exchange.Exchanged}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "access", "history"})
package org.bmac.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
