package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;

class RepeatsTests {
    /** CONNACK; PUBLISH of QoS 1, not marked, topic a, number 5; the same marked, number 6; of QoS 0; PUBACK; marked, no topic. */
    private static final byte[] STREAM = Bytes.hex(
                    "20 03 00 00 00  32 06 0001 61 0005 00  3a 07 0001 61 0006 00 78  30 04 0001 61 00  40 02 0009"
                            + " 3a 07 0000 0107 00 78 78  3a 06 0001 61 0008 00")
            .toArray();

    private final Repeats repeats = new Repeats();

    @Test
    void onlyWhatIsMarkedIsARepeat() {
        repeats.pass(STREAM, 0, STREAM.length);

        assertRepeats();
    }

    @Test
    void itDoesNotMatterHowTheBytesCome() {
        for (int size = 1; size < 9; size++) {
            for (int i = 0; i < STREAM.length; i += size) {
                repeats.pass(STREAM, i, Math.min(size, STREAM.length - i));
            }
            assertRepeats();
        }
        for (byte next : STREAM) {
            repeats.pass(next & 0xff);
        }
        assertRepeats();
    }

    @Test
    void longMessagesArePassedOver() {
        byte[] longOne = new byte[200 + 3];
        longOne[0] = 0x30;
        longOne[1] = (byte) ((200 & 0x7f) | 0x80);
        longOne[2] = 200 >> 7;
        Arrays.fill(longOne, 3, longOne.length, (byte) 0x3a);
        repeats.pass(longOne, 0, longOne.length);
        repeats.pass(STREAM, 0, STREAM.length);

        assertRepeats();
    }

    private void assertRepeats() {
        assertThat(repeats.take(5)).isFalse();
        assertThat(repeats.take(6)).isTrue();
        assertThat(repeats.take(6)).isFalse();
        assertThat(repeats.take(9)).isFalse();
        assertThat(repeats.take(0x107)).isTrue();
        assertThat(repeats.take(8)).isTrue();
        assertThat(repeats.take(0x6100)).isFalse();
    }
}
