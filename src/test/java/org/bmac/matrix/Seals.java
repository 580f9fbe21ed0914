package org.bmac.matrix;

import org.bmac.access.Actor;
import org.bmac.certificate.Certificates;
import org.bmac.certificate.IssuedCertificate;
import org.bmac.certificate.KeyKind;
import org.bmac.point.Bytes;
import org.springframework.security.access.AccessDeniedException;

/** The ways of certificates; who gets as far as being told that something is amiss was let in. */
final class Seals {
    private static final String ORIGIN = "test";

    private final Certificates certificates;
    private final Place place;
    private final Actor admin;

    Seals(Certificates certificates, Place place, Actor admin) {
        this.certificates = certificates;
        this.place = place;
        this.admin = admin;
        if (certificates.authority().isEmpty()) {
            certificates.create(admin, ORIGIN, "Test CA", KeyKind.P256);
        }
    }

    boolean may(Actor by) {
        return certificates.may(by, place.node());
    }

    boolean knows(Actor by) {
        return certificates.nodes(by).stream()
                .anyMatch(node -> node.id().equals(place.node().id()));
    }

    boolean issues(Actor by) {
        return lets(() -> certificates.issue(by, ORIGIN, place.node().id(), KeyKind.P256));
    }

    boolean signs(Actor by) {
        return lets(() -> certificates.sign(by, ORIGIN, place.node().id(), Bytes.of("no request")));
    }

    boolean revokes(Actor by) {
        return lets(() -> certificates.revoke(by, ORIGIN, issued().serial(), "for a test"));
    }

    boolean mayRevoke(Actor by) {
        return certificates.mayRevoke(by, issued());
    }

    boolean lists(Actor by) {
        return lets(() -> certificates.all(by));
    }

    boolean governs(Actor by) {
        return certificates.mayGovern(by);
    }

    boolean creates(Actor by) {
        return lets(() -> certificates.create(by, ORIGIN, "Another", KeyKind.P256));
    }

    boolean brings(Actor by) {
        return lets(() -> certificates.bring(by, ORIGIN, Bytes.of("no file"), ""));
    }

    boolean issuesForServers(Actor by) {
        return lets(() -> certificates.issueServer(by, ORIGIN, "broker.example", KeyKind.P256));
    }

    private IssuedCertificate issued() {
        return certificates
                .issue(admin, ORIGIN, place.node().id(), KeyKind.P256)
                .issued();
    }

    private static boolean lets(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (AccessDeniedException _) {
            return false;
        } catch (IllegalArgumentException _) {
            return true;
        }
    }
}
