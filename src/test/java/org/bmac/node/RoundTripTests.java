package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.bmac.broker.Outgoing;
import org.junit.jupiter.api.Test;

/** What is written reads as what was meant, for 20,000 messages of each dialect. */
class RoundTripTests {
    private static final int MANY = 20_000;

    @Test
    void firmwareReadsWhatItWrites() {
        Generator generator = new Generator(new SplittableRandom(20260512));
        for (int i = 0; i < MANY; i++) {
            NodeMessage said = generator.firmware();
            Outgoing sent = FirmwareCodec.encode(said, Generation.CAREFUL);
            assertThat(FirmwareCodec.decode(Messages.arrived(sent))).isEqualTo(said);
        }
    }

    @Test
    void bmac5ReadsWhatItWrites() {
        Generator generator = new Generator(new SplittableRandom(20260513));
        for (int i = 0; i < MANY; i++) {
            NodeMessage said = generator.bmac5();
            Outgoing sent = Bmac5Codec.encode(said);
            assertThat(Bmac5Codec.decode(Messages.arrived(sent))).isEqualTo(said);
        }
    }
}
