package org.bmac.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;

/** Whose an image is. */
class SignaturesTests {
    private static final Bytes IMAGE = TestImages.esp8266("0.3");

    @Test
    void onlyTheOwnersSignatureOverTheseBytesCounts() throws GeneralSecurityException {
        KeyPair owner = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String key = Base64.getEncoder().encodeToString(owner.getPublic().getEncoded());
        String signature = signed(owner, IMAGE);

        assertThat(Signatures.isOf(key, signature, IMAGE)).isTrue();
        assertThat(Signatures.isOf(key, signature, TestImages.esp8266("0.4"))).isFalse();
        assertThat(Signatures.isOf(key, signed(other, IMAGE), IMAGE)).isFalse();
        assertThat(Signatures.isOf(key, "", IMAGE)).isFalse();
        assertThat(Signatures.isOf(key, "no Base64 at all ☃", IMAGE)).isFalse();
    }

    @Test
    void aKeyThatIsNoneStopsTheStartWithASentence() {
        assertThatThrownBy(() -> new FirmwareSettings(0, "", "", Duration.ofMinutes(1), "abc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bmac.firmware.public-key is no Ed25519 key");
        assertThatThrownBy(() -> new FirmwareSettings(70_000, "", "", Duration.ofMinutes(1), ""))
                .hasMessageStartingWith("bmac.firmware.port is 70000");
        assertThatThrownBy(() -> new FirmwareSettings(0, "", "http://x", Duration.ofMinutes(1), ""))
                .hasMessageStartingWith("bmac.firmware.url is 'http://x'");
        assertThatThrownBy(() -> new FirmwareSettings(0, "", "", Duration.ofSeconds(1), ""))
                .hasMessageStartingWith("bmac.firmware.patience is 1 s");
    }

    private static String signed(KeyPair by, Bytes image) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(by.getPrivate());
        signature.update(image.toArray());
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
