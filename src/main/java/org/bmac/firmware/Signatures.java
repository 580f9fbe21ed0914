package org.bmac.firmware;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bmac.point.Bytes;

/** Signatures of images: Ed25519 (RFC 8032) over all bytes of the file. */
final class Signatures {
    private static final String HOW = "Ed25519";

    private Signatures() {}

    /** @throws IllegalArgumentException with a sentence when the setting is neither empty nor such a key */
    static void check(String key) {
        if (!key.isEmpty()) {
            try {
                key(key);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "bmac.firmware.public-key is no Ed25519 key; allowed is the Base64 between the first and the last line"
                                + " of what openssl pkey -pubout prints.",
                        e);
            }
        }
    }

    /** Whether the signature (Base64) is that of the owner of the key over these bytes; nothing throws. */
    static boolean isOf(String key, String signature, Bytes content) {
        try {
            Signature check = Signature.getInstance(HOW);
            check.initVerify(key(key));
            check.update(content.toArray());
            return check.verify(Base64.getMimeDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static PublicKey key(String key) throws GeneralSecurityException {
        return KeyFactory.getInstance(HOW)
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(key)));
    }
}
