/** The screen on which the audit is read, checked and taken away. */
@NullMarked
package org.bmac.audit.ui;

import org.jspecify.annotations.NullMarked;
