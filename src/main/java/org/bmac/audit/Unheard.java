package org.bmac.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Attempts to sign in that nobody looked at, because there were too many. Of each address the first is written at once, and
 * the others together after a minute, so that who floods the door does not flood the audit. May be called on any thread.
 */
@Component
class Unheard {
    static final Duration TOGETHER = Duration.ofMinutes(1);
    static final int MOST = 100;
    private static final String ANYWHERE = "";

    private record Kept(Instant since, Entry last, int more) {}

    private final Audit audit;
    private final Clock clock;
    private final Map<String, Kept> byOrigin = new LinkedHashMap<>();

    Unheard(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Beyond a hundred addresses all others count as one. */
    synchronized void add(Entry entry) {
        boolean own = byOrigin.containsKey(entry.origin()) || byOrigin.size() < MOST;
        String origin = own ? entry.origin() : ANYWHERE;
        Kept before = byOrigin.get(origin);
        if (before == null) {
            audit.add(entry);
            byOrigin.put(origin, new Kept(clock.instant(), entry, 0));
        } else {
            byOrigin.put(origin, new Kept(before.since(), entry, before.more() + 1));
        }
    }

    /** Writes what has waited for long enough. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    synchronized void write() {
        Instant until = clock.instant().minus(TOGETHER);
        List<Map.Entry<String, Kept>> ripe = byOrigin.entrySet().stream()
                .filter(each -> !each.getValue().since().isAfter(until))
                .map(Map.Entry::copyOf)
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, Kept> each : ripe) {
            Kept kept = each.getValue();
            if (kept.more() > 0) {
                String where = each.getKey().equals(ANYWHERE) ? " from several addresses" : "";
                entries.add(kept.last().adding("; " + kept.more() + " times since the last row" + where));
            }
        }
        if (!entries.isEmpty()) {
            audit.add(entries);
        }
        ripe.forEach(each -> byOrigin.remove(each.getKey()));
    }
}
