package org.bmac.command;

import java.util.concurrent.CompletableFuture;

/**
 * What {@link Commands} gives back at once.
 *
 * @param command as it is at this moment; refused ones have ended already
 * @param written completes when the attempt is written down or cannot be; never exceptionally. A number
 *     that is told to somebody before that may be another command's after a crash
 * @param end completes with the command when it has its outcome and that is written down; never exceptionally. What is
 *     attached to it must be quick
 */
public record Asked(Command command, CompletableFuture<Void> written, CompletableFuture<Command> end) {}
