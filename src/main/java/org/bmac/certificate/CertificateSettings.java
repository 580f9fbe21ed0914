package org.bmac.certificate;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the authority's key is, and how it is locked.
 *
 * @param folder empty: {@code certificates} in the data folder
 * @param password of the key's file; empty when it comes from a file
 * @param passwordFile in which the password stands; empty: {@code password} in that folder, made when it is needed
 * @param days how long a certificate is good, 1 to 3650
 */
@ConfigurationProperties("bmac.certificate")
record CertificateSettings(
        @DefaultValue("") String folder,
        @DefaultValue("") String password,
        @DefaultValue("") String passwordFile,
        @DefaultValue("730") int days) {
    private static final int SHORTEST = 12;
    private static final int MOST_DAYS = 3_650;

    CertificateSettings {
        if (!password.isEmpty() && password.length() < SHORTEST) {
            throw new IllegalArgumentException("bmac.certificate.password has " + password.length()
                    + " characters; allowed are " + SHORTEST + " or more.");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "bmac.certificate.days is " + days + "; allowed is 1 to " + MOST_DAYS + ".");
        }
    }

    /** @param data the folder of all that the program keeps */
    Path folderIn(Path data) {
        return folder.isBlank() ? data.resolve("certificates") : Path.of(folder.strip());
    }

    /** Where the password stands, when it is not given outright. */
    Path passwordIn(Path data) {
        return passwordFile.isBlank() ? folderIn(data).resolve("password") : Path.of(passwordFile.strip());
    }
}
