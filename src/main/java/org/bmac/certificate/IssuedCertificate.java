package org.bmac.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that the building's authority has issued.
 *
 * @param serial in hex
 * @param name its common name: of a node the UID
 * @param names by which a server is reached; empty for nodes
 * @param content DER
 * @param revoked when it was revoked; null while it was not
 * @param reason why, in the actor's words; empty while it was not
 */
public record IssuedCertificate(
        String serial,
        Purpose purpose,
        String name,
        List<String> names,
        KeyKind key,
        Instant from,
        Instant until,
        String by,
        Bytes content,
        @Nullable Instant revoked,
        String reason) {
    /** So long before its end it wants to be renewed. */
    public static final Duration SOON = Duration.ofDays(30);

    public IssuedCertificate {
        names = List.copyOf(names);
    }

    /** What a certificate is worth. */
    public enum Standing {
        VALID,
        /** It ends within {@link #SOON}. */
        SOON,
        ENDED,
        REVOKED
    }

    /** What it is worth at this moment. */
    public Standing standing(Instant now) {
        if (revoked != null) {
            return Standing.REVOKED;
        }
        if (!now.isBefore(until)) {
            return Standing.ENDED;
        }
        return now.isBefore(until.minus(SOON)) ? Standing.VALID : Standing.SOON;
    }

    /** Whole days until it ends, 0 when it has. */
    public long daysLeft(Instant now) {
        return Math.max(0, Duration.between(now, until).toDays());
    }
}
