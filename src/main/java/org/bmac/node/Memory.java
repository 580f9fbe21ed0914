package org.bmac.node;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.building.Buildings;
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
 * Remembers what nodes have told of themselves and when they were heard last, also over a restart: what has changed is
 * written every half minute and at the end. Safe on every thread.
 */
@Component
class Memory implements NodeListener {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final int LONGEST_VERSION = 200;
    private static final int LONGEST_DISTRESS = 1_000;

    private final ToldRows rows;
    private final TransactionTemplate transactions;
    private final Buildings buildings;
    private final LastSeen lastSeen;
    private final Addresses addresses;
    private final Map<NodeId, ToldRows.Row> kept;
    private final Map<NodeId, Told> told = new ConcurrentHashMap<>();

    Memory(
            ToldRows rows,
            TransactionTemplate transactions,
            Buildings buildings,
            LastSeen lastSeen,
            Addresses addresses) {
        this.rows = rows;
        this.transactions = transactions;
        this.buildings = buildings;
        this.lastSeen = lastSeen;
        this.addresses = addresses;
        this.kept = new ConcurrentHashMap<>(rows.read());
        kept.forEach((node, row) -> {
            told.put(node, row.told());
            if (row.address() != null) {
                addresses.recall(node, row.address());
            }
        });
    }

    Told of(NodeId node) {
        return told.getOrDefault(node, Told.NOTHING);
    }

    /** When it was heard last, in this run of the program or before. */
    Optional<Instant> lastSeen(NodeId node) {
        return lastSeen.of(node)
                .or(() -> Optional.ofNullable(kept.get(node)).flatMap(row -> Optional.ofNullable(row.lastSeen())));
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (node != null) {
            Told before = of(node.id());
            Told now = after(before, said);
            if (!now.equals(before)) {
                told.put(node.id(), now);
            }
        }
    }

    private static Told after(Told before, NodeMessage said) {
        return switch (said) {
            case NodeMessage.Hello _ -> before.restarted();
            case NodeMessage.Described described -> before.version(described.major() + "." + described.minor());
            case Answered.Version(String _, String version) -> before.version(cut(version, LONGEST_VERSION));
            case Answered.Modules(String _, int mask) -> before.running(mask);
            case NodeMessage.Distress(String _, String text) -> before.distress(cut(text, LONGEST_DISTRESS));
            default -> before;
        };
    }

    /** Without what no database and no screen takes. */
    private static String cut(String text, int most) {
        String clean = NodeLog.printable(text);
        return clean.length() <= most ? clean : clean.substring(0, most);
    }

    /** It is about to be told anew what to be. */
    void forgetDistress(NodeId node) {
        told.computeIfPresent(node, (_, now) -> now.distress(null));
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void keep() {
        Map<NodeId, ToldRows.Row> changed = new HashMap<>();
        for (Node node : buildings.current().nodes()) {
            ToldRows.Row now = new ToldRows.Row(
                    of(node.id()), lastSeen(node.id()).map(Memory::inMillis).orElse(null), addresses.known(node));
            ToldRows.Row before = kept.get(node.id());
            boolean nothing = before == null
                    && now.lastSeen() == null
                    && now.address() == null
                    && now.told().equals(Told.NOTHING);
            if (!nothing && !now.equals(before)) {
                changed.put(node.id(), now);
            }
        }
        if (!changed.isEmpty()) {
            write(changed);
        }
    }

    private static Instant inMillis(Instant at) {
        return Instant.ofEpochMilli(at.toEpochMilli());
    }

    private void write(Map<NodeId, ToldRows.Row> changed) {
        try {
            transactions.executeWithoutResult(_ -> changed.forEach(rows::write));
            kept.putAll(changed);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What {} nodes told of themselves is not kept yet: {}", changed.size(), e.getMessage());
        }
    }

    @PreDestroy
    void close() {
        keep();
    }
}
