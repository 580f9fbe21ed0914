package org.bmac.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is said in an audit row. Texts are empty where there is nothing to say, and cut where they are too long.
 *
 * @param at in whole milliseconds
 * @param right what allowed it; empty when nothing did
 * @param place the point and where it is, in words of that time
 * @param priority 1 to 16
 * @param sent payloads in hex, with blanks between; each behind its topic where it did not go to an output
 * @param latency milliseconds from the request to the outcome
 * @param command the number of the command
 * @param first the row of the attempt whose outcome this is
 */
public record Entry(
        Instant at,
        What what,
        String actor,
        String role,
        String origin,
        String right,
        @Nullable Integer point,
        String place,
        @Nullable Integer priority,
        String wanted,
        String sent,
        String received,
        @Nullable Long latency,
        String outcome,
        String reason,
        @Nullable Long command,
        @Nullable Long first) {

    public Entry {
        at = Instant.ofEpochMilli(at.toEpochMilli());
        actor = cut(actor, 200);
        origin = cut(origin, 300);
        right = cut(right, 200);
        place = cut(place, 500);
        wanted = cut(wanted, 200);
        sent = cut(sent, 8_000);
        received = cut(received, 8_000);
        reason = cut(reason, 2_000);
    }

    /** One about anything but a command. */
    public static Entry of(Instant at, What what, String actor, String role, String origin, String reason) {
        return new Entry(at, what, actor, role, origin, "", null, "", null, "", "", "", null, "", reason, null, null);
    }

    /** All of it in its lasting order: as the hash covers it, as it is kept, and as it is exported. */
    @Nullable
    Object[] fields() {
        return new @Nullable Object[] {
            at, what, actor, role, origin, right, point, place, priority, wanted, sent, received, latency, outcome,
            reason, command, first
        };
    }

    /** The same as it is kept and hashed: the time in milliseconds since 1970, {@link What} by its name. */
    @Nullable
    Object[] kept() {
        @Nullable Object[] kept = fields();
        kept[0] = at.toEpochMilli();
        kept[1] = what.name();
        return kept;
    }

    /** The same with more to say. */
    Entry adding(String words) {
        return saying(reason + words);
    }

    /** The same with something else to say. */
    Entry saying(String words) {
        return new Entry(
                at, what, actor, role, origin, right, point, place, priority, wanted, sent, received, latency, outcome,
                words, command, first);
    }

    /** The same with what went out. */
    Entry sending(String bytes) {
        return new Entry(
                at, what, actor, role, origin, right, point, place, priority, wanted, bytes, received, latency, outcome,
                reason, command, first);
    }

    /** The same about this point. */
    Entry on(int number, String words) {
        return new Entry(
                at, what, actor, role, origin, right, number, words, priority, wanted, sent, received, latency, outcome,
                reason, command, first);
    }

    /** A zero byte is no text to every database. */
    private static String cut(String text, int most) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= most ? clean : clean.substring(0, most);
    }
}
