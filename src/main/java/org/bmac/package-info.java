/** Building Monitoring and Control: the main class and nothing else; every feature is a room below. */
@NullMarked
package org.bmac;

import org.jspecify.annotations.NullMarked;
