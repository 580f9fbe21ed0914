package org.bmac.command;

import java.time.Duration;
import org.bmac.point.Kind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the room is told from outside. */
@ConfigurationProperties("bmac.command")
record CommandSettings(@DefaultValue Patience patience) {

    /** How long a command of each kind may take. */
    record Patience(
            @DefaultValue("5s") Duration relay,
            @DefaultValue("5s") Duration fan,
            @DefaultValue("5s") Duration valve,
            @DefaultValue("5s") Duration changeover) {
        Patience {
            check("relay", relay);
            check("fan", fan);
            check("valve", valve);
            check("changeover", changeover);
        }

        /** Whole seconds, because that is how messages expire; two, because a node is asked again within it. */
        private static void check(String kind, Duration value) {
            if (value.compareTo(Duration.ofSeconds(2)) < 0
                    || value.compareTo(Duration.ofSeconds(60)) > 0
                    || value.toNanosPart() != 0) {
                throw new IllegalArgumentException("bmac.command.patience." + kind + " is " + value
                        + ", but must be whole seconds from 2s to 60s");
            }
        }
    }

    Duration patience(Kind kind) {
        return switch (kind) {
            case FAN -> patience.fan();
            case VALVE -> patience.valve();
            case CHANGEOVER -> patience.changeover();
            default -> patience.relay();
        };
    }
}
