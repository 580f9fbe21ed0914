package org.bmac.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Chains that were written years ago have to be whole still: these hashes never change. */
class ChainTests {
    private static final Entry FULL = new Entry(
            Instant.parse("2026-05-12T12:00:00.123Z"),
            What.OUTCOME,
            "anna",
            "operator",
            "browser at 192.0.2.1",
            "operator, Ground floor",
            7,
            "Fan, 0.01 Foyer",
            8,
            "60 %",
            "3c 00",
            "3c 00",
            42L,
            "confirmed",
            "warm – CO₂",
            5L,
            2L);
    private static final Entry SPARE =
            Entry.of(Instant.parse("2026-05-12T12:00:01Z"), What.SIGN_IN, "ben", "viewer", "192.0.2.1", "");

    @Test
    void hashOfARowWithEverythingIsKnown() {
        assertThat(Chain.hash(Chain.START, 3, FULL))
                .isEqualTo("268ae5d5465bcddd02b796c7510aee94599a1ec0263e5796f6bc00330b8bea89");
    }

    @Test
    void hashOfTheRowAfterItIsKnown() {
        assertThat(Chain.hash(Chain.hash(Chain.START, 3, FULL), 4, SPARE))
                .isEqualTo("c17c8f358983d74ad94d395285eed77ecd729a518eab1b603dbd938edcf369aa");
    }

    @Test
    void exportedLineHasTheSameOrder() {
        assertThat(Csv.line(new Row(3, FULL, "ab")))
                .isEqualTo("3,2026-05-12T12:00:00.123Z,outcome,anna,operator,browser at 192.0.2.1,"
                        + "\"operator, Ground floor\",7,\"Fan, 0.01 Foyer\",8,60 %,3c 00,3c 00,42,confirmed,"
                        + "warm – CO₂,5,2,ab\r\n");
    }
}
