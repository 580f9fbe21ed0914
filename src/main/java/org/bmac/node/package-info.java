/**
 * The languages of the nodes: bytes ↔ messages of the original firmware and of BMaC 5, the intake that turns them into
 * readings of points, and what a server owes its nodes: their configuration, a roll call when one is lost, an answer to
 * those that look for the broker. It tells every {@link org.bmac.point.ReadingListener} and knows none of them; it is the
 * only room that knows payload bytes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "broker", "access"})
package org.bmac.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
