package org.bmac.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;

/** What is an image is told by its bytes. */
class EspImageTests {

    @Test
    void theBoardIsToldByTheBytes() {
        assertThat(EspImage.board(TestImages.esp8266("0.3"))).isEqualTo(Board.ESP8266);
        assertThat(EspImage.board(TestImages.withFlash("0.3"))).isEqualTo(Board.ESP8266);
        assertThat(EspImage.board(TestImages.esp32("5.1"))).isEqualTo(Board.ESP32);
    }

    @Test
    void whatIsNoImageIsRefusedInWords() {
        assertThatThrownBy(() -> EspImage.board(Bytes.NONE)).hasMessage("The file is empty.");
        assertThatThrownBy(() -> EspImage.board(Bytes.of("MZ and so on"))).hasMessageContaining("no image");
        assertThatThrownBy(() -> EspImage.board(Bytes.of("<html>not found</html>")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no image");
    }

    @Test
    void eachCutAndEachChangedByteOfTheProgramIsFound() {
        Bytes whole = TestImages.withFlash("0.3");
        for (int length = 1; length < whole.length(); length++) {
            Bytes cut = whole.slice(0, length);
            assertThatThrownBy(() -> EspImage.board(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        Bytes plain = TestImages.esp8266("0.3");
        int program = new String(plain.toArray(), StandardCharsets.ISO_8859_1).indexOf("a program");
        for (int i = program; i < program + 20; i++) {
            byte[] changed = plain.toArray();
            changed[i] ^= 1;
            assertThatThrownBy(() -> EspImage.board(Bytes.wrap(changed)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("damaged or cut off");
        }
    }

    @Test
    void rubbishNeverFailsOtherwiseThanInWords() {
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] rubbish = new byte[random.nextInt(80)];
            random.nextBytes(rubbish);
            if (rubbish.length > 2) {
                rubbish[0] = (byte) (i % 2 == 0 ? 0xe9 : 0xea);
                rubbish[1] = (byte) (i % 2 == 0 ? random.nextInt(20) : 4);
            }
            try {
                EspImage.board(Bytes.wrap(rubbish));
            } catch (IllegalArgumentException refusal) {
                refused++;
                assertThat(refusal).hasMessageEndingWith(".").hasMessageNotContaining("null");
            }
        }
        assertThat(refused).isGreaterThan(99_000);
    }
}
