package org.bmac.node;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store of what nodes write in their logs: the newest {@value #MOST_OF_ONE} lines of each and the newest
 * {@value #MOST_IN_ALL} of all. Lines wait for a second at most until they are written together; when more come than can be
 * written, the oldest of those that wait are left out and counted. May be called on any thread.
 */
@Component
public class NodeLog implements NodeListener {
    /** So many lines of one node are kept. */
    public static final int MOST_OF_ONE = 500;

    /** So many lines of all nodes are kept. */
    public static final int MOST_IN_ALL = 200_000;

    private static final Logger LOG = LoggerFactory.getLogger(NodeLog.class);
    private static final int MOST_WAITING = 5_000;
    private static final int LONGEST = 1_000;

    private final NodeLogRows rows;
    private final TransactionTemplate transactions;
    private final Rights rights;
    private final Map<NodeId, Long> newest;
    private final Map<NodeId, Long> written;
    private final Deque<LogLine> waiting = new ArrayDeque<>();
    private long leftOut;
    private int since;

    NodeLog(NodeLogRows rows, TransactionTemplate transactions, Rights rights) {
        this.rows = rows;
        this.transactions = transactions;
        this.rights = rights;
        this.newest = new ConcurrentHashMap<>(rows.newest());
        this.written = new ConcurrentHashMap<>(newest);
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (node != null && said instanceof NodeMessage.Logged(String _, LogLevel level, String text)) {
            long number = newest.merge(node.id(), 1L, Long::sum);
            offer(new LogLine(node.id(), number, at, level, cut(text)));
        }
    }

    private synchronized void offer(LogLine line) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.removeFirst();
            leftOut++;
        }
        waiting.addLast(line);
    }

    /** With the bytes that are no text as hex: nodes repeat the bytes that they have received. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.chars().forEach(character -> {
            if (Character.isISOControl(character)) {
                clean.append("\\x%02x".formatted(character));
            } else {
                clean.append((char) character);
            }
        });
        return clean.toString();
    }

    private static String cut(String text) {
        String clean = printable(text);
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }

    /** Writes what waits. Called every second, and by tests. */
    @Scheduled(fixedDelay = 1_000)
    void write() {
        List<LogLine> lines = take();
        if (lines.isEmpty()) {
            return;
        }
        try {
            transactions.executeWithoutResult(_ -> {
                rows.add(lines);
                rows.dropBelow(oldest(lines));
            });
            lines.forEach(line -> written.put(line.node(), line.number()));
            dropBeyond(lines.size());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{} lines of nodes' logs are lost: {}", lines.size(), e.getMessage());
        }
    }

    /** What waits, of each node as much as is kept. */
    private synchronized List<LogLine> take() {
        List<LogLine> lines = new ArrayList<>(waiting);
        waiting.clear();
        lines.removeIf(line -> line.number() <= newest.getOrDefault(line.node(), 0L) - MOST_OF_ONE);
        return lines;
    }

    private Map<NodeId, Long> oldest(List<LogLine> lines) {
        Map<NodeId, Long> oldest = new HashMap<>();
        lines.forEach(line -> oldest.merge(line.node(), line.number() - MOST_OF_ONE + 1, Math::max));
        return oldest;
    }

    /** Counting costs more than writing, so it is done after every so many lines. */
    private void dropBeyond(int written) {
        since += written;
        if (since >= MOST_IN_ALL / 100) {
            since = 0;
            transactions.executeWithoutResult(_ -> rows.dropBeyond(MOST_IN_ALL));
        }
    }

    /** How many lines came too fast to be kept, since the start. */
    public synchronized long leftOut() {
        return leftOut;
    }

    /** The number of the newest line of a node that can be found; 0 when there is none. */
    public long newest(NodeId node) {
        return written.getOrDefault(node, 0L);
    }

    /**
     * Lines of a node, newest first; none when the actor may not see it.
     *
     * @param part somewhere in the line, in either case
     * @param least how much a line matters at least
     * @param below the number that all are below
     */
    public List<LogLine> find(Actor by, NodeId node, String part, LogLevel least, long below, int most) {
        return rights.seen(by).node(node).isEmpty() ? List.of() : rows.find(node, part, least, below, most);
    }

    @PreDestroy
    void close() {
        write();
    }
}
