package org.bmac.command;

import java.time.Instant;
import java.util.List;

/**
 * One time that a scene was played.
 *
 * @param by who played it, for people
 * @param done how many of its outputs did it, or have something that counts before it
 * @param failed how many did not; the others were under way, or nobody knows
 */
public record Run(Instant at, String by, int outputs, int done, int failed) {

    /** @param others how many had done it before and were not asked again */
    static Run of(Instant at, String by, List<Command> commands, int others) {
        int ended = (int) commands.stream()
                .filter(command -> command.outcome().isPresent())
                .count();
        int failed = (int) commands.stream()
                .filter(command -> command.outcome().map(Outcome::failed).orElse(false))
                .count();
        return new Run(at, by, commands.size() + others, ended - failed + others, failed);
    }
}
