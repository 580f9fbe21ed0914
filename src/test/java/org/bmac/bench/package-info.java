/**
 * Benchmarks: what {@code ./bmac bench} runs. They measure and print; they are not tests. Each drives the program from
 * outside, over HTTP and MQTT, as a building and its people would.
 */
@NullMarked
package org.bmac.bench;

import org.jspecify.annotations.NullMarked;
