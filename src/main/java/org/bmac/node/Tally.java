package org.bmac.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bmac.broker.Message;

/** Counts for {@link Counters}, and keeps the last messages that could not be read. For one thread at a time. */
final class Tally {
    private static final int KEPT = 200;
    private static final int KEPT_BYTES = 256;

    private final Map<Why, Long> ignored = new EnumMap<>(Why.class);
    private final Map<Fault, Long> unreadable = new EnumMap<>(Fault.class);
    private final Deque<Unread> last = new ArrayDeque<>(KEPT);
    long messages;
    long readings;
    long bad;
    long kept;
    long refused;
    long failures;

    void ignored(Why why) {
        ignored.merge(why, 1L, Long::sum);
    }

    void unreadable(Fault fault, String detail, Message message) {
        unreadable.merge(fault, 1L, Long::sum);
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        int length = message.payload().length();
        last.addLast(new Unread(
                message.topic(),
                length <= KEPT_BYTES ? message.payload() : message.payload().slice(0, KEPT_BYTES),
                length,
                fault,
                detail,
                message.at()));
    }

    Counters counters(int waiting) {
        return new Counters(messages, readings, bad, ignored, unreadable, kept, refused, waiting, failures);
    }

    /** Newest last. */
    List<Unread> last() {
        return List.copyOf(last);
    }
}
