/**
 * The only room that may move anything. {@link org.bmac.command.Commands} takes a {@link org.bmac.command.Wish} and at once
 * gives back a {@link org.bmac.command.Command} and a future of its end; it checks, in this order, whether the actor may,
 * whether the point can, whether it was {@linkplain org.bmac.command.Tickets confirmed} and whether one of the point's
 * {@linkplain org.bmac.command.Rules guards} objects; it keeps the {@link org.bmac.command.Stack} of priorities of every
 * output, and commands what rules. {@link org.bmac.command.CommandChanged} and {@link org.bmac.command.StackChanged} tell
 * screens; {@link org.bmac.command.CommandsKept} is published within the transaction that writes them, for the audit.
 * {@link org.bmac.command.Requests} keeps what waits for a second person, and carries it out when one agrees.
 * {@link org.bmac.command.Scenes} and {@link org.bmac.command.Selection} are for many outputs at once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"point", "building", "node", "access"})
package org.bmac.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
