package org.bmac.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.bmac.access.Actor;
import org.bmac.exchange.Chosen;
import org.bmac.exchange.Detail;
import org.bmac.exchange.Exports;
import org.bmac.exchange.Findings;
import org.bmac.exchange.Form;
import org.bmac.exchange.Imports;
import org.bmac.exchange.Selection;
import org.bmac.point.PointId;
import org.springframework.security.access.AccessDeniedException;

/** Readings of one point, on their way out and in; tells whether that was allowed. */
record Trade(Exports exports, Imports imports, PointId point, Clock clock) {
    boolean takes(Actor by) {
        return !exports.of(by, wanted(), Instant.EPOCH, clock.instant(), new Detail.Readings(), Form.CSV)
                .points()
                .isEmpty();
    }

    boolean knowsSinceWhen(Actor by) {
        return exports.since(by, wanted()).isPresent();
    }

    boolean isOffered(Actor by) {
        return imports.offered(by).stream().anyMatch(each -> each.id().equals(point));
    }

    boolean examines(Actor by) {
        return isTaken(file -> imports.examine(by, file, Chosen.NOTHING, _ -> true));
    }

    boolean brings(Actor by) {
        return isTaken(file -> imports.bring(by, "test", file, "readings", Chosen.NOTHING, _ -> true));
    }

    private Selection wanted() {
        return new Selection(Set.of(point), null, null);
    }

    /** Whether the one reading of a file was not left out. */
    private boolean isTaken(Function<Path, Findings> what) {
        try {
            Path file = Files.createTempFile("readings", ".lp");
            try {
                Instant at = clock.instant().minusSeconds(3_600);
                Files.writeString(file, "relay,point=" + point + " value=1 " + at.toEpochMilli());
                return what.apply(file).strangers() == 0;
            } finally {
                Files.delete(file);
            }
        } catch (AccessDeniedException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
