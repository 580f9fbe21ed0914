package org.bmac.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Enumeration;
import java.util.Optional;

/**
 * The file with the authority's key: PKCS#12, locked by a password that stands in no database. Only the program's own user may
 * read what is written. Not for several threads at a time.
 */
final class AuthorityFile {
    private static final String ALIAS = "authority";
    private static final int PASSWORD_BYTES = 24;
    private static final int LARGEST = 1 << 20;

    private final Path folder;
    private final Path file;
    private final String given;
    private final Path passwordFile;

    /**
     * @param given the password; empty when it stands in a file
     * @param passwordFile that file, made when there is none
     */
    AuthorityFile(Path folder, String given, Path passwordFile) {
        this.folder = folder;
        this.file = folder.resolve("authority.p12");
        this.given = given;
        this.passwordFile = passwordFile;
    }

    /** Where the key is. */
    Path file() {
        return file;
    }

    /** Where its password stands; empty when it was given outright. */
    Optional<Path> passwordFile() {
        return given.isEmpty() ? Optional.of(passwordFile) : Optional.empty();
    }

    /**
     * The authority; empty when none was made or brought yet.
     *
     * @throws IllegalArgumentException with a sentence when it is there and cannot be opened
     */
    Optional<Authority> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(Files.readAllBytes(file), password(false)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The authority's file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Keeps an authority in the place of any other; what was there stays beside it.
     *
     * @throws IllegalArgumentException with a sentence when it cannot be written
     */
    void write(Authority authority) {
        try {
            Files.createDirectories(folder);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] password = password(true);
            Certificate[] chain = {authority.certificate()};
            store.setKeyEntry(ALIAS, authority.key(), password, chain);
            Path draft = Files.createTempFile(folder, "authority", ".draft", owners());
            try (OutputStream out = Files.newOutputStream(draft)) {
                store.store(out, password);
            }
            if (Files.exists(file)) {
                Files.copy(file, folder.resolve("authority.p12.before"), StandardCopyOption.REPLACE_EXISTING);
            }
            move(draft);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("The authority cannot be kept in " + file + ": " + e.getMessage(), e);
        }
    }

    private void move(Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * An authority out of a PKCS#12 file.
     *
     * @throws IllegalArgumentException with a sentence when the password is wrong, or it holds no authority with its key
     */
    static Authority open(byte[] content, char[] password) {
        if (content.length > LARGEST) {
            throw new IllegalArgumentException("A file with an authority has up to 1 MB.");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            Enumeration<String> aliases = store.aliases();
            while (aliases.hasMoreElements()) {
                String alias = aliases.nextElement();
                if (store.getKey(alias, password) instanceof PrivateKey key
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return new Authority(certificate, key);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("It is no PKCS#12 file, or its password is another one.", e);
        }
        throw new IllegalArgumentException("The file holds no certificate together with its key.");
    }

    private char[] password(boolean make) throws IOException {
        if (!given.isEmpty()) {
            return given.toCharArray();
        }
        if (make && !Files.exists(passwordFile)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(passwordFile, owners());
            Files.writeString(passwordFile, Base64.getUrlEncoder().encodeToString(random));
        }
        String password = Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
        if (password.isEmpty()) {
            throw new IOException("the password file " + passwordFile + " is empty");
        }
        return password.toCharArray();
    }

    /** Only the owner reads and writes it, where the file system knows such a thing. */
    private static FileAttribute<?>[] owners() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
