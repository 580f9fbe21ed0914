package org.bmac.history;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bmac.point.Receipt;

/**
 * The messages whose readings are in the database, or on their way there: so that one that the broker sends again, because it
 * never learnt that we have it, is not kept twice. What was received in one session says nothing of the next, in which the
 * broker begins with its numbers anew. Safe on every thread.
 */
final class Receipts {
    private final Map<String, Session> sessions = new HashMap<>();

    private record Session(long number, Map<Integer, Long> contents) {
        Session(long number) {
            this(number, new LinkedHashMap<>());
        }

        /** As the newest; the oldest is forgotten. */
        void add(int number, long content) {
            contents.remove(number);
            contents.put(number, content);
            if (contents.size() > ReceiptRows.MOST) {
                contents.remove(contents.keySet().iterator().next());
            }
        }
    }

    /** Whether it is one of these, come again. */
    synchronized boolean hold(Receipt receipt) {
        Session session = session(receipt);
        return receipt.again()
                && session.number == receipt.session()
                && Objects.equals(session.contents.get(receipt.number()), receipt.content());
    }

    synchronized void add(Receipt receipt) {
        Session session = session(receipt);
        if (session.number == receipt.session()) {
            session.add(receipt.number(), receipt.content());
        }
    }

    /** The newest of its link; a new one begins with nothing. */
    private Session session(Receipt receipt) {
        Session known = sessions.get(receipt.link());
        if (known == null || known.number < receipt.session()) {
            known = new Session(receipt.session());
            sessions.put(receipt.link(), known);
        }
        return known;
    }
}
