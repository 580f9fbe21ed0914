package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bmac.point.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** A program that ended after the commit and before the broker heard of it. */
class ReceiptsTests {
    private static final String LINK = "mqtt://one:1883";

    private final Room room = new Room();
    private final Instant now = room.clock.instant();
    private Instant at = now.minusSeconds(60);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whatIsSentAgainAfterARestartIsKeptOnce() {
        say(first(0, 7, 21), 21);
        room.restart();
        say(again(0, 7, 21), 21);
        room.restart();

        assertThat(numbers()).containsExactly(21.0);
    }

    @Test
    void whatIsSentAgainAndNeverCameIsKept() {
        say(first(0, 7, 21), 21);
        room.restart();
        say(again(0, 8, 22), 22);
        room.restart();

        assertThat(numbers()).containsExactly(21.0, 22.0);
    }

    @Test
    void aNumberThatWentToAnotherMessageSaysNothing() {
        say(first(0, 7, 21), 21);
        room.restart();
        say(again(0, 7, 22), 22);
        room.restart();
        say(first(0, 7, 22), 22);
        room.restart();

        assertThat(numbers()).containsExactly(21.0, 22.0, 22.0);
    }

    @Test
    void anotherBrokerAndAnotherSessionHaveNumbersOfTheirOwn() {
        say(first(0, 7, 21), 21);
        room.restart();
        say(new Receipt("mqtt://two:1883", 0, 7, true, 21), 21);
        say(again(1, 7, 21), 21);
        room.restart();

        assertThat(numbers()).hasSize(3);
    }

    @Test
    void aSessionThatBeganAnewIsTheOneThatIsRemembered() {
        say(first(0, 7, 21), 21);
        say(first(1, 8, 22), 22);
        room.restart();
        say(again(0, 8, 22), 22);
        say(again(0, 7, 21), 21);
        room.restart();

        assertThat(numbers()).containsExactly(21.0, 22.0, 21.0);
    }

    @Test
    void whatComesAgainWhileItWaitsIsKeptOnce() {
        say(first(2, 7, 21), 21);
        say(again(2, 7, 21), 21);
        room.restart();

        assertThat(numbers()).containsExactly(21.0);
    }

    @Test
    void onlyTheNewestAreRemembered() {
        for (int group = 0; group < 12; group++) {
            List<Receipt> receipts = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                receipts.add(first(0, (group * 10_000 + i) % 65_535 + 1, i));
            }
            room.annals.write(List.of(), receipts);
        }

        assertThat(room.sql.queryForObject("select sum(octet_length(packets)) from history_receipt", Long.class))
                .isBetween(327_680L, 427_680L);
    }

    @Test
    void aNumberOfLongAgoSaysNothing() {
        Receipts receipts = new Receipts();
        for (int i = 0; i <= ReceiptRows.MOST; i++) {
            receipts.add(first(0, i, 21));
        }

        assertThat(receipts.hold(again(0, 0, 21))).isFalse();
        assertThat(receipts.hold(again(0, 1, 21))).isTrue();
    }

    @Test
    void aMessageIsKeptAsAWholeOrNotAtAll() {
        room.history.begins(first(0, 7, 21));
        room.hear(room.celsius(at, 21));
        room.hear(room.celsius(at.plusMillis(1), 22));
        room.restart();

        assertThat(numbers()).isEmpty();
        room.history.begins(again(0, 7, 21));
        room.hear(room.celsius(at, 21));
        room.hear(room.celsius(at.plusMillis(1), 22));
        room.history.whenSafe(again(0, 7, 21), () -> {});
        room.restart();
        assertThat(numbers()).containsExactly(21.0, 22.0);
    }

    @Test
    void aMessageThatBeginsASecondTimeIsKeptOnce() {
        room.history.begins(first(0, 7, 21));
        room.hear(room.celsius(at, 21));
        room.history.begins(first(0, 8, 22));
        room.hear(room.celsius(at.plusMillis(1), 22));
        room.history.whenSafe(first(0, 8, 22), () -> {});
        room.history.begins(first(0, 7, 21));
        room.hear(room.celsius(at.plusMillis(2), 21));
        room.history.whenSafe(first(0, 7, 21), () -> {});
        room.restart();

        assertThat(numbers()).containsExactly(22.0, 21.0);
    }

    @Test
    void aFailureForgetsNothingOfTheSession() {
        room.annals.write(List.of(), List.of(first(1, 7, 21)));
        room.sql.execute("alter table history_receipt rename to lost");
        assertThatThrownBy(() -> room.annals.write(List.of(), List.of(first(1, 8, 22))))
                .isInstanceOf(DataAccessException.class);
        room.sql.execute("alter table lost rename to history_receipt");
        room.annals.write(List.of(), List.of(first(1, 8, 22)));
        Receipts received = room.annals.received();

        assertThat(received.hold(again(0, 7, 21))).isTrue();
        assertThat(received.hold(again(0, 8, 22))).isTrue();
    }

    @Test
    void aGroupThatFailsLeavesNoReceipt() {
        room.sql.execute("alter table history_receipt rename to lost");
        assertThatThrownBy(() -> room.annals.write(List.of(room.celsius(now, 21)), List.of(first(0, 7, 21))))
                .isInstanceOf(DataAccessException.class);
        room.sql.execute("alter table lost rename to history_receipt");

        assertThat(numbers()).isEmpty();
        room.annals.write(List.of(room.celsius(now, 21)), List.of(first(0, 7, 21)));
        assertThat(room.annals.received().hold(again(0, 7, 21))).isTrue();
    }

    private void say(Receipt receipt, double number) {
        room.history.begins(receipt);
        room.hear(room.celsius(at, number));
        room.history.whenSafe(receipt, () -> {});
        at = at.plusMillis(1);
    }

    private static Receipt first(long session, int number, long content) {
        return new Receipt(LINK, session, number, false, content);
    }

    private static Receipt again(long session, int number, long content) {
        return new Receipt(LINK, session, number, true, content);
    }

    private List<Double> numbers() {
        return room.readings(room.temperature).stream().map(Sample::number).toList();
    }
}
