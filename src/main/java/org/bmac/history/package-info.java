/**
 * What every point said, kept without loss. {@link org.bmac.history.History} listens to the readings, writes them in groups
 * together with their summaries of 1 minute, 15 minutes, 1 hour and 1 day, and lets a message be acknowledged when what it
 * said is on the disk; it gives back any window of time in as many buckets as a chart has room for, or reading by reading,
 * to whoever may see the point. In the background what has settled is packed, and what
 * is too old is thinned out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "access", "command", "chart"})
package org.bmac.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
