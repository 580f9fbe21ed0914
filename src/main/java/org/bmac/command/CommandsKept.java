package org.bmac.command;

import java.util.List;

/**
 * These attempts and outcomes are being written down, in this order. Published as an application event on the thread and
 * within the transaction that writes them: whoever throws undoes it.
 */
public record CommandsKept(List<Command> commands) {
    public CommandsKept {
        commands = List.copyOf(commands);
    }
}
