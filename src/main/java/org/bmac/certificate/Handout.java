package org.bmac.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that was just issued, with its key where that was made here: to be handed out now, since the key is kept nowhere.
 * Immutable.
 */
public final class Handout {
    private static final int PASSWORD_BYTES = 12;
    private static final int LINE = 64;

    private final IssuedCertificate issued;
    private final X509Certificate certificate;
    private final X509Certificate authority;
    private final @Nullable PrivateKey key;
    private final String password;

    Handout(
            IssuedCertificate issued,
            X509Certificate certificate,
            X509Certificate authority,
            @Nullable PrivateKey key) {
        this.issued = issued;
        this.certificate = certificate;
        this.authority = authority;
        this.key = key;
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        this.password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    public IssuedCertificate issued() {
        return issued;
    }

    /** Whether its key was made here, and so is in what is handed out. */
    public boolean hasKey() {
        return key != null;
    }

    /** The password of {@link #pkcs12()}. */
    public String password() {
        return password;
    }

    /** Key (PKCS#8, where it was made here), certificate and the authority's, as text. */
    public String pem() {
        String certificates = pem("CERTIFICATE", encoded(certificate)) + pem("CERTIFICATE", encoded(authority));
        return key == null ? certificates : pem("PRIVATE KEY", key.getEncoded()) + certificates;
    }

    /**
     * The same as a PKCS#12 file, locked by {@link #password()}.
     *
     * @throws IllegalStateException when the key was not made here
     */
    public Bytes pkcs12() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = {certificate, authority};
            store.setKeyEntry(issued.name(), own(), password.toCharArray(), chain);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password.toCharArray());
            return Bytes.wrap(out.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the PKCS#12 file could not be made", e);
        }
    }

    /**
     * The two files of the ESP8266 firmware in a ZIP: certificate and key, DER, under the names that it reads them by.
     *
     * @throws IllegalStateException when the key was not made here
     */
    public Bytes der() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "esp8266.client.crt.binary", encoded(certificate));
            put(zip, "esp8266.client.key.binary", own().getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("the files could not be packed", e);
        }
        return Bytes.wrap(out.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private PrivateKey own() {
        if (key == null) {
            throw new IllegalStateException("the key is with whoever asked for the certificate");
        }
        return key;
    }

    private static byte[] encoded(X509Certificate one) {
        try {
            return one.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate has no bytes", e);
        }
    }

    /** Bytes as PEM: RFC 7468. */
    static String pem(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
