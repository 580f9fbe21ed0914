package org.bmac.command;

import java.util.concurrent.CompletableFuture;

/**
 * What {@link Commands} gives back at once.
 *
 * @param command as it is at this moment; refused ones have ended already
 * @param end completes with the command when it has its outcome and that is written down; never exceptionally. What is
 *     attached to it must be quick
 */
public record Asked(Command command, CompletableFuture<Command> end) {}
