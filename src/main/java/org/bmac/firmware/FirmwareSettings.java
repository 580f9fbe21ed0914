package org.bmac.firmware;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How nodes come by their programs.
 *
 * @param port where firmware nodes fetch them over HTTP; 0 for nowhere
 * @param address of this machine on which that port is open; empty for all
 * @param url where BMaC 5 nodes find this program's pages, such as {@code https://bmac.example}; empty when they cannot
 * @param patience how long a node may take until it is back with the new version
 * @param publicKey an Ed25519 key as Base64 of its X.509 form; then only images that are signed with it are taken
 */
@ConfigurationProperties("bmac.firmware")
record FirmwareSettings(
        @DefaultValue("0") int port,
        @DefaultValue("") String address,
        @DefaultValue("") String url,
        @DefaultValue("5m") Duration patience,
        @DefaultValue("") String publicKey) {
    private static final Duration LEAST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofDays(1);

    FirmwareSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "bmac.firmware.port is " + port + "; allowed is 1 to 65535, or 0 for no such port.");
        }
        checkPatience("bmac.firmware.patience", patience);
        address = address.strip();
        url = url.strip().replaceAll("/+$", "");
        publicKey = publicKey.strip();
        if (!url.isEmpty()) {
            check(url);
        }
        Signatures.check(publicKey);
    }

    /** @throws IllegalArgumentException with a sentence when it is too short or too long */
    static void checkPatience(String what, Duration patience) {
        if (patience.compareTo(LEAST) < 0 || patience.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(what + " is " + patience.toSeconds() + " s; allowed is 10 s to 24 h.");
        }
    }

    private static void check(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException _) {
            throw wrong(url);
        }
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw wrong(url);
        }
    }

    private static IllegalArgumentException wrong(String url) {
        return new IllegalArgumentException(
                "bmac.firmware.url is '" + url + "'; allowed is https:// with a host, such as https://localhost.");
    }
}
