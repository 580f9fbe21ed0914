/** Tests that look at the running program through a real browser, one for each thing that only a browser can show. */
@NullMarked
package org.bmac.browser;

import org.jspecify.annotations.NullMarked;
