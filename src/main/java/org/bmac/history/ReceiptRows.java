package org.bmac.history;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bmac.point.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the newest receipts in the database, those of each group of readings in one row. For the writer's thread. */
@Component
class ReceiptRows {
    /**
     * Twice what a broker may have under way to us, as some are kept later than what came after them; half of the numbers
     * that a broker has, so that one which gives them away in turn gives none of these to another message.
     */
    static final int MOST = 32_768;

    private static final int MOST_ROWS = 2_000;
    private static final int LENGTH = Short.BYTES + Long.BYTES;

    private final JdbcTemplate sql;
    private Map<String, Long> sessions = new HashMap<>();
    private Map<String, Long> kept = Map.of();
    private @Nullable Deque<Row> rows;

    private record Row(long id, int size) {}

    ReceiptRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Those from before, of the sessions that the brokers may have kept. */
    Receipts read() {
        Receipts receipts = new Receipts();
        sql.query("select link, packets from history_receipt order by id", row -> {
            String link = row.getString(1);
            ByteBuffer packets = ByteBuffer.wrap(row.getBytes(2));
            while (packets.remaining() >= LENGTH) {
                int number = Short.toUnsignedInt(packets.getShort());
                receipts.add(new Receipt(link, 0, number, false, packets.getLong()));
            }
        });
        return receipts;
    }

    /** Adds some, in the transaction under way, and deletes what is too old. */
    void write(List<Receipt> receipts) {
        Map<String, ByteBuffer> packets = new LinkedHashMap<>();
        for (Receipt receipt : receipts) {
            if (isOver(receipt)) {
                continue;
            }
            if (begins(receipt)) {
                packets.remove(receipt.link());
            }
            packets.computeIfAbsent(receipt.link(), _ -> ByteBuffer.allocate(receipts.size() * LENGTH))
                    .putShort((short) receipt.number())
                    .putLong(receipt.content());
        }
        packets.forEach(this::insert);
        deleteOldest();
    }

    /** The transaction is on the disk. */
    void committed() {
        kept = Map.copyOf(sessions);
    }

    /** The transaction has failed; what is in the database is asked anew. */
    void failed() {
        rows = null;
        sessions = new HashMap<>(kept);
    }

    private boolean isOver(Receipt receipt) {
        return receipt.session() < sessions.getOrDefault(receipt.link(), 0L);
    }

    /** What is of an earlier session of the link counts no more. */
    private boolean begins(Receipt receipt) {
        if (receipt.session() <= sessions.getOrDefault(receipt.link(), 0L)) {
            return false;
        }
        sql.update("delete from history_receipt where link = ?", receipt.link());
        rows = null;
        sessions.put(receipt.link(), receipt.session());
        return true;
    }

    private void insert(String link, ByteBuffer packets) {
        Deque<Row> known = rows();
        long id = known.isEmpty() ? 1 : known.getLast().id + 1;
        byte[] bytes = new byte[packets.position()];
        packets.flip().get(bytes);
        sql.update("insert into history_receipt (id, link, packets) values (?, ?, ?)", id, link, bytes);
        known.addLast(new Row(id, bytes.length / LENGTH));
    }

    private void deleteOldest() {
        Deque<Row> known = rows();
        int size = known.stream().mapToInt(Row::size).sum();
        long last = 0;
        while (known.size() > 1 && (known.size() > MOST_ROWS || size - known.getFirst().size >= MOST)) {
            Row oldest = known.removeFirst();
            size -= oldest.size;
            last = oldest.id;
        }
        if (last > 0) {
            sql.update("delete from history_receipt where id <= ?", last);
        }
    }

    private Deque<Row> rows() {
        if (rows == null) {
            rows = new ArrayDeque<>(sql.query(
                    "select id, octet_length(packets) from history_receipt order by id",
                    (row, _) -> new Row(row.getLong(1), row.getInt(2) / LENGTH)));
        }
        return rows;
    }
}
