package org.bmac.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same over TLS, with a certificate that the system is made to trust for as long as this takes. */
class SecureBrokerIT extends BrokerContract {
    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int PORT = Mosquitto.freePort();
    private static final Mosquitto MOSQUITTO = new Mosquitto(
            "allow_anonymous true", "listener " + PORT + " 127.0.0.1", "certfile broker.crt", "keyfile broker.key");

    @BeforeAll
    static void certify() throws Exception {
        Path store = MOSQUITTO.folder().resolve("broker.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        int failed = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(MOSQUITTO.folder().resolve("keytool.log").toFile())
                .start()
                .waitFor();
        if (failed != 0) {
            throw new IllegalStateException("keytool failed");
        }
        export(store);
        System.setProperty(TRUSTED, store.toString());
        System.setProperty(TRUSTED + "Password", new String(PASSWORD));
        MOSQUITTO.start();
    }

    @AfterAll
    static void forget() {
        MOSQUITTO.close();
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED + "Password");
    }

    private static void export(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Key key = keys.getKey("broker", PASSWORD);
        write("broker.key", "PRIVATE KEY", key.getEncoded());
        write("broker.crt", "CERTIFICATE", keys.getCertificate("broker").getEncoded());
    }

    private static void write(String file, String what, byte[] content) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        try {
            Files.writeString(
                    MOSQUITTO.folder().resolve(file),
                    "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    World open() {
        return new RealWorld(MOSQUITTO.uri(), URI.create("mqtts://127.0.0.1:" + PORT));
    }
}
