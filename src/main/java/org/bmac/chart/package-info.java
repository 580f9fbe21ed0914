/**
 * Charts of the past as a component of its own, which knows nothing of this program: {@link org.bmac.chart.HistoryChart}
 * draws one or more {@link org.bmac.chart.Series} above one another with one cursor, and fetches in the browser what it
 * draws, anew for every window of time. Written as if it were published; made of Chart.js and its plugins for zoom and
 * annotations.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.bmac.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
