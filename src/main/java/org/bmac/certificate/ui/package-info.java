/** The screen of the building's certificates. */
@NullMarked
package org.bmac.certificate.ui;

import org.jspecify.annotations.NullMarked;
