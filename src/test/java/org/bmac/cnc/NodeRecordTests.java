package org.bmac.cnc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeRecordTests {
    private static final String HEX = "23000000" + "4e4f4445" + "0c" + "613032306136303030303031" + "05" + "6c61622d31"
            + "0000f142" + "00808042" + "01000000";
    private static final NodeRecord NODE = new NodeRecord("a020a6000001", "lab-1", 120.5f, 64.25f, 1);

    @Test
    void theRecordOfTheProtocolIsWrittenAndRead() {
        assertThat(NODE.bytes()).isEqualTo(Bytes.hex(HEX));
        assertThat(NodeRecord.read(Bytes.hex(HEX))).isEqualTo(new NodeRecord.Read.Good(NODE, true));
    }

    @Test
    void noNodesAreAListOfNone() {
        assertThat(NodeRecord.all(List.of())).isEqualTo(Bytes.hex("0900000000000000 4e4f444553 00000000"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SHORT     | 00
            SHORT     | 23000000 4e4f4445 0c 6130
            SHORT     | 00000000 4e4f4445 ff 00 00000000 00000000 00000000
            SHORT     | 00000000 4e4f4445 00 ff 00000000 00000000 00000000
            SHORT     | 00000000 4e4f4445 00 01 00000000 00000000 00000000
            SIGNATURE | 23000000 4e4f4446 0c 613032306136303030303031 05 6c61622d31 0000f142 00808042 01000000
            """)
    void whatIsNoRecordIsNamed(Oddity why, String hex) {
        assertThat(NodeRecord.read(Bytes.hex(hex))).isEqualTo(new NodeRecord.Read.Bad(why));
    }

    @ParameterizedTest
    @CsvSource({"ffffffff", "00000000", "22000000", "24000000"})
    void aWrongLengthIsSeenAndTheRecordReadAllTheSame(String length) {
        assertThat(NodeRecord.read(Bytes.hex(length + HEX.substring(8))))
                .isEqualTo(new NodeRecord.Read.Good(NODE, false));
    }

    @Test
    void whatFollowsTheRecordDoesNotCount() {
        assertThat(NodeRecord.read(Bytes.hex(HEX + "00"))).isEqualTo(new NodeRecord.Read.Good(NODE, false));
    }

    @Test
    void whateverTheBytesNothingIsThrown() {
        Random random = new Random(7);
        byte[] good = Bytes.hex(HEX).toArray();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 10));
            for (int flips = random.nextInt(5); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(NodeRecord.read(Bytes.wrap(bytes))).isNotNull();
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(8);
        for (int round = 0; round < 2_000; round++) {
            NodeRecord node = new NodeRecord(
                    "x".repeat(random.nextInt(256)),
                    "ü".repeat(random.nextInt(128)),
                    random.nextFloat() * 5000,
                    random.nextFloat(),
                    random.nextInt());
            assertThat(NodeRecord.read(node.bytes())).isEqualTo(new NodeRecord.Read.Good(node, true));
        }
    }

    @Test
    void whatHasNoRoomIsRefused() {
        assertThatThrownBy(() -> new NodeRecord("u", "ü".repeat(128), 0, 0, 0).bytes())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("255 bytes");
    }
}
