package org.bmac.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import org.bmac.point.Bytes;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** Reads requests for certificates, PKCS#10 as PEM or DER, from strangers. Pure. */
final class Requests {
    private static final int LARGEST = 16_384;
    private static final String NONE = "This is no request for a certificate (PKCS#10, PEM or DER).";
    private static final String BEGIN = "-----BEGIN";

    private Requests() {}

    /**
     * The key that a request wants to be certified; the request proves that the asker has its other half. Whatever else it
     * wants does not count.
     *
     * @throws IllegalArgumentException with a sentence when it is no request, proves nothing, or its key is of no kind of ours
     */
    static PublicKey key(Bytes content) {
        if (content.length() > LARGEST) {
            throw new IllegalArgumentException("A request has up to 16 kB.");
        }
        PublicKey key;
        boolean proven;
        try {
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der(content));
            key = request.getPublicKey();
            proven = request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw new IllegalArgumentException(NONE, e);
        } catch (RuntimeException e) { // the library's own, of many kinds, where bytes are not what they should be
            throw new IllegalArgumentException(NONE, e);
        }
        if (KeyKind.of(key).isEmpty()) {
            throw new IllegalArgumentException(
                    "The request's key is neither EC P-256 or P-384 nor RSA of 2048 bits or more.");
        }
        if (!proven) {
            throw new IllegalArgumentException("The request is not signed by its own key.");
        }
        return key;
    }

    private static byte[] der(Bytes content) throws IOException {
        String text = new String(content.toArray(), StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(BEGIN);
        if (begin < 0) {
            return content.toArray();
        }
        int from = text.indexOf('\n', begin);
        int to = text.indexOf("-----END", Math.max(0, from));
        if (from < 0 || to < 0) {
            throw new IOException("the text has no end");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from, to));
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }
}
