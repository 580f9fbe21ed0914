package org.bmac.floorplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.bmac.point.PointId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientWordTests {
    @Test
    void drawnAndWantedAreUnderstood() {
        assertThat(ClientWord.of("{\"drawn\":12}")).isEqualTo(new ClientWord.Drawn(12));
        assertThat(ClientWord.of(" { \"recent\" : 7 } ")).isEqualTo(new ClientWord.Wanted(new PointId(7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"drawn\":-1}",
                "{\"drawn\":1.5}",
                "{\"drawn\":99999999999999999999}",
                "{\"recent\":0}",
                "{\"recent\":2097152}",
                "{\"command\":7}",
                "[1]",
                "{\"drawn\":1}{\"drawn\":2}"
            })
    void anythingElseIsNothing(String text) {
        assertThat(ClientWord.of(text)).isEqualTo(new ClientWord.Nothing());
    }

    @Test
    void noBytesMakeItThrow() {
        Random random = new Random(1);
        String letters = "{}\":drawnecent0123456789 ,\\\u0000\ud800é";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(ClientWord.of(text.toString())).isNotNull();
        }
    }
}
