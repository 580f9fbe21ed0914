package org.bmac.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;

/** What keys are made of. */
public enum KeyKind {
    /** The usual one, small and quick. */
    P256("EC P-256", "SHA256withECDSA", 256),
    P384("EC P-384", "SHA384withECDSA", 384),
    /** For old parts that know no elliptic curves. */
    RSA2048("RSA 2048", "SHA256withRSA", 2048);

    private static final int MOST_RSA = 8192;

    private final String label;
    private final String signature;
    private final int bits;

    KeyKind(String label, String signature, int bits) {
        this.label = label;
        this.signature = signature;
        this.bits = bits;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** With which such a key signs, as the JDK calls it. */
    String signature() {
        return signature;
    }

    /** A new pair. */
    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(this == RSA2048 ? "RSA" : "EC");
            if (this == RSA2048) {
                generator.initialize(bits);
            } else {
                generator.initialize(new ECGenParameterSpec(this == P256 ? "secp256r1" : "secp384r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + label, e);
        }
    }

    /**
     * The kind that a key is, or is as strong as: RSA from 2048 bits, one of the two curves; empty for any other.
     */
    static Optional<KeyKind> of(PublicKey key) {
        return switch (key) {
            case ECPublicKey curve ->
                curve(curve.getParams().getCurve().getField().getFieldSize());
            case RSAPublicKey rsa -> {
                int length = rsa.getModulus().bitLength();
                yield length >= RSA2048.bits && length <= MOST_RSA ? Optional.of(RSA2048) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Optional<KeyKind> curve(int size) {
        return switch (size) {
            case 256 -> Optional.of(P256);
            case 384 -> Optional.of(P384);
            default -> Optional.empty();
        };
    }
}
