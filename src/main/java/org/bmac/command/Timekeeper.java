package org.bmac.command;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the time for {@link Commands}. */
@Component
class Timekeeper {
    private static final Duration KEPT = Duration.ofDays(90);

    private final Commands commands;
    private final Requests requests;
    private final CommandRows rows;
    private final Clock clock;

    Timekeeper(Commands commands, Requests requests, CommandRows rows, Clock clock) {
        this.commands = commands;
        this.requests = requests;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 500)
    void step() {
        commands.expire();
        commands.catchUp();
        requests.expire();
    }

    /** The audit keeps everything; what is kept here is for whoever asks how a command ended. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void forget() {
        rows.forget(clock.instant().minus(KEPT));
    }
}
