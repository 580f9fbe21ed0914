package org.bmac.certificate;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.access.Reach;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The building's certificates. The authority and the certificates of servers are for administrators; a node's for who may
 * configure where it is. Everything is in the audit before it is done. Every method may be called on any thread; those that take
 * an actor throw {@link AccessDeniedException} without the right, and {@link IllegalArgumentException} with a sentence when it
 * cannot be done.
 */
@Component
public class Certificates {
    private static final Duration LIFE = Duration.ofDays(20 * 365);
    private static final Duration LIST = Duration.ofDays(7);
    private static final int LONGEST_REASON = 500;

    private final AuthorityFile file;
    private final CertificateRows rows;
    private final CertificateSettings settings;
    private final Rights rights;
    private final Buildings buildings;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private @Nullable Authority authority;
    private String fault = "";

    Certificates(
            AuthorityFile file,
            CertificateRows rows,
            CertificateSettings settings,
            Rights rights,
            Buildings buildings,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.file = file;
        this.rows = rows;
        this.settings = settings;
        this.rights = rights;
        this.buildings = buildings;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        open();
    }

    private void open() {
        try {
            authority = file.read().orElse(null);
        } catch (IllegalArgumentException e) {
            fault = String.valueOf(e.getMessage());
        }
    }

    /**
     * The authority as it stands.
     *
     * @param name its common name
     * @param sha256 of its certificate, in hex
     * @param file where its key is
     * @param passwordFile where the password of that stands; empty when it was given outright
     */
    public record Standing(
            String name, KeyKind key, Instant from, Instant until, String sha256, String file, String passwordFile) {}

    /** The authority; empty when there is none, or it cannot be opened. */
    public synchronized Optional<Standing> authority() {
        return Optional.ofNullable(authority)
                .map(now -> new Standing(
                        commonName(now.certificate()),
                        now.kind(),
                        now.certificate().getNotBefore().toInstant(),
                        now.until(),
                        Sha256.of(encoded(now.certificate())),
                        file.file().toString(),
                        file.passwordFile().map(Object::toString).orElse("")));
    }

    /** Why the authority cannot be opened, one sentence; empty when that is not so. */
    public synchronized String fault() {
        return fault;
    }

    /** Whether this actor may make and bring an authority, and issue the certificates of servers. */
    public boolean mayGovern(Actor by) {
        return by.may(Role.ADMIN);
    }

    /** Whether this actor may issue and revoke a node's. */
    public boolean may(Actor by, Node node) {
        return rights.reach(by, Right.CONFIGURE).holds(node.placement(), buildings.current());
    }

    /** All that were issued and that this actor may know of: by purpose and name, of one name the newest first. */
    public List<IssuedCertificate> all(Actor by) {
        if (!by.may(Role.ENGINEER)) {
            throw new AccessDeniedException(by.name() + " may not look at certificates.");
        }
        return rows.all().stream().filter(one -> mayKnow(by, one)).toList();
    }

    /** A node's certificates are known where it may be configured; those of nodes that are gone, and of servers, everywhere. */
    private boolean mayKnow(Actor by, IssuedCertificate one) {
        Reach reach = rights.reach(by, Right.CONFIGURE);
        Building building = buildings.current();
        Node node = one.purpose() == Purpose.NODE ? building.nodeOfUid(one.name()) : null;
        return node == null ? reach.everywhere() : reach.holds(node.placement(), building);
    }

    /** The nodes to which this actor may give certificates. */
    public List<Node> nodes(Actor by) {
        return buildings.current().nodes().stream()
                .filter(node -> node.tellable() && may(by, node))
                .toList();
    }

    /** Makes an authority. */
    public synchronized void create(Actor by, String origin, String name, KeyKind key) {
        govern(by);
        refuseSecond();
        Authority made = Authority.create(name.strip(), key, now(), LIFE);
        keep(by, origin, made, "Made the certificate authority " + name.strip() + ", " + key.label() + ".");
    }

    /**
     * Takes an authority that was made elsewhere.
     *
     * @param content PKCS#12, with its key
     */
    public synchronized void bring(Actor by, String origin, Bytes content, String password) {
        govern(by);
        refuseSecond();
        Authority brought = AuthorityFile.open(content.toArray(), password.toCharArray());
        if (!brought.until().isAfter(now())) {
            throw new IllegalArgumentException("This authority has ended.");
        }
        keep(by, origin, brought, "Brought the certificate authority " + commonName(brought.certificate()) + ".");
    }

    private void refuseSecond() {
        if (authority != null) {
            throw new IllegalArgumentException(
                    "There is an authority already; what it has issued would be worth nothing.");
        }
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
    }

    private void keep(Actor by, String origin, Authority made, String words) {
        transactions.executeWithoutResult(_ -> {
            events.publishEvent(new CertificateChanged(by, origin, words));
            file.write(made);
        });
        authority = made;
    }

    /** Issues a certificate for a node, and makes its key. */
    public Handout issue(Actor by, String origin, NodeId node, KeyKind key) {
        String uid = uid(by, node);
        KeyPair pair = key.generate();
        return issue(by, origin, pair.getPublic(), pair.getPrivate(), Purpose.NODE, uid, List.of());
    }

    /**
     * Certifies the key of a node that made it itself.
     *
     * @param request PKCS#10, PEM or DER; of it only the key counts
     */
    public Handout sign(Actor by, String origin, NodeId node, Bytes request) {
        String uid = uid(by, node);
        return issue(by, origin, Requests.key(request), null, Purpose.NODE, uid, List.of());
    }

    /**
     * Issues a certificate for a server, and makes its key.
     *
     * @param names by which it is reached, separated by blanks or commas; the first is its common name
     */
    public Handout issueServer(Actor by, String origin, String names, KeyKind key) {
        govern(by);
        List<String> all = Names.read(names);
        KeyPair pair = key.generate();
        return issue(by, origin, pair.getPublic(), pair.getPrivate(), Purpose.SERVER, first(all.getFirst()), all);
    }

    /** The names count; the common name is for people. */
    private static String first(String name) {
        int longest = 64;
        return name.length() > longest ? name.substring(0, longest) : name;
    }

    private synchronized Handout issue(
            Actor by,
            String origin,
            PublicKey subject,
            @Nullable PrivateKey key,
            Purpose purpose,
            String name,
            List<String> names) {
        Authority now = authority;
        if (now == null) {
            throw new IllegalArgumentException(
                    fault.isEmpty() ? "There is no certificate authority yet: make one first." : fault);
        }
        Instant at = now();
        if (!now.until().isAfter(at)) {
            throw new IllegalArgumentException("The certificate authority has ended.");
        }
        X509Certificate made = now.issue(subject, name, purpose, names, at, Duration.ofDays(settings.days()));
        IssuedCertificate issued = new IssuedCertificate(
                made.getSerialNumber().toString(16),
                purpose,
                name,
                names,
                KeyKind.of(subject).orElseThrow(),
                made.getNotBefore().toInstant(),
                made.getNotAfter().toInstant(),
                by.name(),
                Bytes.wrap(encoded(made)),
                null,
                "");
        String words = "Issued a certificate for " + purpose.label().toLowerCase(java.util.Locale.ROOT) + " " + name
                + (key == null ? ", whose key was made elsewhere" : "") + "; serial " + issued.serial() + ".";
        transactions.executeWithoutResult(_ -> {
            events.publishEvent(new CertificateChanged(by, origin, words));
            rows.add(issued);
        });
        return new Handout(issued, made, now.certificate(), key);
    }

    /** Revokes a certificate for good. */
    public void revoke(Actor by, String origin, String serial, String reason) {
        IssuedCertificate one = rows.find(serial)
                .filter(each -> mayRevoke(by, each))
                .orElseThrow(() -> new AccessDeniedException(by.name() + " may not revoke this certificate."));
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("Say why, in up to " + LONGEST_REASON + " characters.");
        }
        transactions.executeWithoutResult(_ -> {
            events.publishEvent(new CertificateChanged(
                    by,
                    origin,
                    "Revoked the certificate of " + one.name() + ", serial " + serial + ": " + reason.strip()));
            if (!rows.revoke(serial, now(), reason.strip())) {
                throw new IllegalArgumentException("It is revoked already.");
            }
        });
    }

    /** Whether this actor may revoke it. */
    public boolean mayRevoke(Actor by, IssuedCertificate one) {
        return one.purpose() == Purpose.SERVER ? mayGovern(by) : by.may(Role.ENGINEER) && mayKnow(by, one);
    }

    /** The authority's certificate as PEM, for whoever is to trust it; empty when there is none. */
    public synchronized Optional<String> authorityPem() {
        return Optional.ofNullable(authority).map(now -> Handout.pem("CERTIFICATE", encoded(now.certificate())));
    }

    /** What is revoked and has not ended by itself: a CRL, DER, good for seven days; empty when there is no authority. */
    public synchronized Optional<Bytes> revocations() {
        Authority now = authority;
        if (now == null) {
            return Optional.empty();
        }
        Instant at = now();
        List<IssuedCertificate> revoked = rows.all().stream()
                .filter(one -> one.revoked() != null && one.until().isAfter(at))
                .toList();
        return Optional.of(Bytes.wrap(now.revocations(revoked, at.toEpochMilli(), at, LIST)));
    }

    private void govern(Actor by) {
        if (!mayGovern(by)) {
            throw new AccessDeniedException(by.name() + " may not govern the certificate authority.");
        }
    }

    private String uid(Actor by, NodeId id) {
        Node node = buildings
                .current()
                .node(id)
                .filter(each -> may(by, each))
                .orElseThrow(() -> new AccessDeniedException(by.name() + " may not configure this node."));
        if (node.uid() == null || !node.tellable()) {
            throw new IllegalArgumentException("It cannot have a certificate: nobody knows its UID.");
        }
        return node.uid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String commonName(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        try {
            return new javax.naming.ldap.LdapName(name)
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> String.valueOf(rdn.getValue()))
                            .findFirst()
                            .orElse(name);
        } catch (javax.naming.InvalidNameException e) {
            return name;
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate has no bytes", e);
        }
    }
}
