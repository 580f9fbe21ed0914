/**
 * The map's values as Vaadin Flow would push them, for a benchmark to compare with the map's own stream. Never part of the
 * program: {@code ./bmac bench push} lays these classes beside it.
 */
@NullMarked
package org.bmac.bench.pushed;

import org.jspecify.annotations.NullMarked;
