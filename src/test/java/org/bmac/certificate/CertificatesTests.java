package org.bmac.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CRLException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.access.Actor;
import org.bmac.access.Grant;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.TestAccounts;
import org.bmac.access.Where;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.point.Bytes;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The authority and what it issues, checked by the JDK's own path validation. */
class CertificatesTests {
    private static final String UID = "a020a6000001";
    private static final String ORIGIN = "test";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final List<CertificateChanged> noted = new ArrayList<>();
    private final DataSource database = TestBuildings.database();
    private final Buildings buildings = TestBuildings.over(database, _ -> {});
    private final TestAccounts accounts = new TestAccounts(database, buildings);
    private final Actor admin = accounts.admin();
    private final FloorId floor = buildings.addFloor("Ground floor", 0, 100, 100, TestBuildings.blankPlan());
    private final Node node = buildings.addNode(UID, "lab-1", Dialect.FIRMWARE, 0);

    private Certificates certificates(String password, int days) {
        CertificateSettings settings = new CertificateSettings(folder.toString(), password, "", days);
        return new Certificates(
                new AuthorityFile(folder, password, folder.resolve("password")),
                new CertificateRows(JdbcClient.create(database)),
                settings,
                accounts.rights(),
                buildings,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                event -> noted.add((CertificateChanged) event),
                clock);
    }

    private Certificates made(KeyKind kind) {
        Certificates certificates = certificates("", 730);
        certificates.create(admin, ORIGIN, "Stadthaus CA", kind);
        return certificates;
    }

    private static X509Certificate read(String pem) throws GeneralSecurityException {
        int from = pem.indexOf("-----BEGIN CERTIFICATE-----");
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(pem.substring(from).getBytes(StandardCharsets.US_ASCII)));
    }

    /** As a broker would that trusts the authority and has its list. */
    private void validate(Certificates certificates, X509Certificate one) throws GeneralSecurityException, IOException {
        X509Certificate root = read(certificates.authorityPem().orElseThrow());
        X509CRL list = list(certificates);
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setDate(Date.from(clock.instant()));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(list))));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(one)), parameters);
    }

    private static X509CRL list(Certificates certificates) throws GeneralSecurityException {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(
                        certificates.revocations().orElseThrow().toArray()));
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void aNodesCertificateIsTrustedUntilItIsRevoked(KeyKind kind) throws GeneralSecurityException, IOException {
        Certificates certificates = made(kind);
        Handout handout = certificates.issue(admin, ORIGIN, node.id(), kind);
        X509Certificate one = read(handout.pem());

        validate(certificates, one);
        assertThat(one.getSubjectX500Principal().getName()).isEqualTo("CN=" + UID);
        assertThat(one.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2"); // client authentication
        assertThat(one.getBasicConstraints()).isEqualTo(-1);
        certificates.revoke(admin, ORIGIN, handout.issued().serial(), "lost");
        clock.move(Duration.ofMinutes(10));

        assertThatThrownBy(() -> validate(certificates, one))
                .isInstanceOf(CertPathValidatorException.class)
                .hasMessageContaining("revoked");
        assertThat(certificates.all(admin))
                .extracting(each -> each.standing(clock.instant()))
                .containsExactly(IssuedCertificate.Standing.REVOKED);
        assertThatThrownBy(() ->
                        certificates.revoke(admin, ORIGIN, handout.issued().serial(), "again"))
                .hasMessage("It is revoked already.");
    }

    @Test
    void anotherAuthoritysCertificateIsNotTrusted() throws GeneralSecurityException {
        Certificates certificates = made(KeyKind.P256);
        Authority stranger = Authority.create("Stadthaus CA", KeyKind.P256, clock.instant(), Duration.ofDays(10));
        X509Certificate forged = stranger.issue(
                KeyKind.P256.generate().getPublic(), UID, Purpose.NODE, List.of(), clock.instant(), Duration.ofDays(1));

        assertThatThrownBy(() -> validate(certificates, forged)).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void theKeyIsHandedOutInThreeWaysAndKeptNowhere() throws Exception {
        Certificates certificates = made(KeyKind.P256);
        Handout handout = certificates.issue(admin, ORIGIN, node.id(), KeyKind.P256);
        X509Certificate one = read(handout.pem());

        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = handout.password().toCharArray();
        store.load(new ByteArrayInputStream(handout.pkcs12().toArray()), password);
        assertThat(store.getCertificateChain(UID)).hasSize(2);
        Map<String, byte[]> files = unpacked(handout.der());
        assertThat(files).containsOnlyKeys("esp8266.client.crt.binary", "esp8266.client.key.binary");
        assertThat(files.get("esp8266.client.crt.binary")).isEqualTo(one.getEncoded());
        var key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(files.get("esp8266.client.key.binary")));
        assertThat(store.getKey(UID, password).getEncoded()).isEqualTo(key.getEncoded());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update((byte) 1);
        byte[] proof = signature.sign();
        signature.initVerify(one.getPublicKey());
        signature.update((byte) 1);
        assertThat(signature.verify(proof)).isTrue();
        assertThat(handout.pem()).contains("-----BEGIN PRIVATE KEY-----");
        String kept = JdbcClient.create(database)
                .sql("select content from certificate")
                .query(String.class)
                .single();
        assertThat(kept).isEqualTo(Bytes.wrap(one.getEncoded()).toHex());
    }

    private static Map<String, byte[]> unpacked(Bytes zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                in.transferTo(out);
                files.put(entry.getName(), out.toByteArray());
            }
        }
        return files;
    }

    @Test
    void ofARequestOnlyTheKeyCounts() throws Exception {
        Certificates certificates = made(KeyKind.P256);
        KeyPair own = KeyKind.P384.generate();

        Handout handout = certificates.sign(admin, ORIGIN, node.id(), request(own, own, "CN=somebody else"));

        X509Certificate one = read(handout.pem());
        assertThat(one.getSubjectX500Principal().getName()).isEqualTo("CN=" + UID);
        assertThat(one.getPublicKey()).isEqualTo(own.getPublic());
        assertThat(handout.hasKey()).isFalse();
        assertThat(handout.pem()).doesNotContain("PRIVATE");
        assertThatThrownBy(handout::pkcs12).isInstanceOf(IllegalStateException.class);
        validate(certificates, one);
    }

    @Test
    void aRequestThatProvesNothingIsRefused() throws Exception {
        Certificates certificates = made(KeyKind.P256);
        Bytes stolen = request(KeyKind.P256.generate(), KeyKind.P256.generate(), "CN=" + UID);

        assertThatThrownBy(() -> certificates.sign(admin, ORIGIN, node.id(), stolen))
                .hasMessage("The request is not signed by its own key.");
        assertThat(certificates.all(admin)).isEmpty();
    }

    private static Bytes request(KeyPair certified, KeyPair signs, String subject)
            throws OperatorCreationException, IOException {
        byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), certified.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signs.getPrivate()))
                .getEncoded();
        return Bytes.of(Handout.pem("CERTIFICATE REQUEST", der));
    }

    @Test
    void noBytesWhateverAreMoreThanRefused() throws Exception {
        Random random = new Random(7);
        byte[] good = request(KeyKind.P256.generate(), KeyKind.P256.generate(), "CN=x")
                .toArray();
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = good.clone();
            for (int flips = random.nextInt(8); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Bytes broken = Bytes.wrap(i % 3 == 0 ? random(random) : bytes);
            assertThatThrownBy(() -> Requests.key(broken)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void aServersNamesAreInItsCertificate() throws Exception {
        Certificates certificates = made(KeyKind.P256);

        Handout handout = certificates.issueServer(admin, ORIGIN, "broker.house, 192.0.2.10 2001:db8::1", KeyKind.P256);

        X509Certificate one = read(handout.pem());
        validate(certificates, one);
        assertThat(one.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("broker.house", "192.0.2.10", "2001:db8:0:0:0:0:0:1");
        assertThat(one.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1"); // server authentication
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b_c", "-a", "300.1.2.3", "a..b", "x:y", "*.*.a", "<script>"})
    void whatIsNoNameIsRefused(String names) {
        Certificates certificates = made(KeyKind.P256);

        assertThatThrownBy(() -> certificates.issueServer(admin, ORIGIN, names, KeyKind.P256))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCertificateEndsAfterItsDaysAndNeverAfterItsAuthority() {
        Certificates certificates = certificates("", 10);
        certificates.create(admin, ORIGIN, "CA", KeyKind.P256);
        IssuedCertificate one =
                certificates.issue(admin, ORIGIN, node.id(), KeyKind.P256).issued();

        assertThat(one.daysLeft(clock.instant())).isEqualTo(10);
        assertThat(one.standing(clock.instant())).isEqualTo(IssuedCertificate.Standing.SOON);
        clock.move(Duration.ofDays(10));
        assertThat(one.standing(clock.instant())).isEqualTo(IssuedCertificate.Standing.ENDED);
        Authority old = Authority.create("CA", KeyKind.P256, clock.instant(), Duration.ofDays(3));
        X509Certificate last = old.issue(
                KeyKind.P256.generate().getPublic(), "x", Purpose.NODE, List.of(), clock.instant(), Duration.ofDays(9));
        assertThat(last.getNotAfter()).isEqualTo(old.certificate().getNotAfter());
    }

    @Test
    void theAuthorityIsThereAgainAfterARestart() throws IOException {
        Certificates before = made(KeyKind.P256);
        String hash = before.authority().orElseThrow().sha256();

        Certificates after = certificates("", 730);

        assertThat(after.authority().orElseThrow().sha256()).isEqualTo(hash);
        assertThat(after.authority().orElseThrow().name()).isEqualTo("Stadthaus CA");
        assertThat(after.issue(admin, ORIGIN, node.id(), KeyKind.P256).hasKey()).isTrue();
        for (String file : List.of("authority.p12", "password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aWrongPasswordIsSaidAndNothingIsOverwritten() throws IOException {
        made(KeyKind.P256);
        byte[] file = Files.readAllBytes(folder.resolve("authority.p12"));

        Certificates other = certificates("another password", 730);

        assertThat(other.authority()).isEmpty();
        assertThat(other.fault()).isEqualTo("It is no PKCS#12 file, or its password is another one.");
        assertThatThrownBy(() -> other.create(admin, ORIGIN, "New", KeyKind.P256))
                .hasMessage(other.fault());
        assertThatThrownBy(() -> other.issue(admin, ORIGIN, node.id(), KeyKind.P256))
                .hasMessage(other.fault());
        assertThat(Files.readAllBytes(folder.resolve("authority.p12"))).isEqualTo(file);
    }

    @Test
    void anAuthorityOfElsewhereCanBeBrought() throws Exception {
        Authority elsewhere = Authority.create("Old CA", KeyKind.RSA2048, clock.instant(), Duration.ofDays(900));
        Certificates certificates = certificates("", 730);

        certificates.bring(admin, ORIGIN, file(elsewhere, "secret"), "secret");

        assertThat(certificates.authority().orElseThrow().name()).isEqualTo("Old CA");
        X509Certificate one =
                read(certificates.issue(admin, ORIGIN, node.id(), KeyKind.P256).pem());
        validate(certificates, one);
        assertThatThrownBy(() -> certificates.bring(admin, ORIGIN, file(elsewhere, "secret"), "secret"))
                .hasMessageStartingWith("There is an authority already");
    }

    @Test
    void whatIsNoAuthorityCannotBeBrought() throws Exception {
        Certificates certificates = certificates("", 730);
        Authority root = Authority.create("Root", KeyKind.P256, clock.instant(), Duration.ofDays(90));
        KeyPair pair = KeyKind.P256.generate();
        X509Certificate leaf =
                root.issue(pair.getPublic(), "leaf", Purpose.SERVER, List.of("a"), clock.instant(), Duration.ofDays(9));

        assertThatThrownBy(() -> certificates.bring(admin, ORIGIN, file(root, "secret"), "wrong"))
                .hasMessage("It is no PKCS#12 file, or its password is another one.");
        assertThatThrownBy(() -> certificates.bring(admin, ORIGIN, Bytes.of("junk"), ""))
                .hasMessage("It is no PKCS#12 file, or its password is another one.");
        assertThatThrownBy(() -> new Authority(leaf, pair.getPrivate()))
                .hasMessage("This certificate may not issue others: it is no authority's.");
        assertThatThrownBy(() -> new Authority(root.certificate(), pair.getPrivate()))
                .hasMessage("The key does not belong to the certificate.");
        assertThat(certificates.authority()).isEmpty();
    }

    private static Bytes file(Authority authority, String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("ca", authority.key(), password.toCharArray(), new java.security.cert.Certificate[] {
            authority.certificate()
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return Bytes.wrap(out.toByteArray());
    }

    @Test
    void whoMayConfigureTheNodeMayIssueForItAndNobodyElse() {
        Certificates certificates = made(KeyKind.P256);
        buildings.place(node.id(), new Placement(floor, new Spot(0.5, 0.5)));
        Actor here = accounts.add("here", Role.ENGINEER, new Grant(Right.CONFIGURE, new Where.OnFloor(floor)));
        FloorId upper = buildings.addFloor("Upper floor", 1, 100, 100, TestBuildings.blankPlan());
        Actor elsewhere =
                accounts.add("elsewhere", Role.ENGINEER, new Grant(Right.CONFIGURE, new Where.OnFloor(upper)));
        Actor viewer = accounts.add("viewer", Role.VIEWER);

        String serial = certificates
                .issue(here, ORIGIN, node.id(), KeyKind.P256)
                .issued()
                .serial();

        assertThat(certificates.all(here)).hasSize(1);
        assertThat(certificates.nodes(here)).extracting(Node::id).containsExactly(node.id());
        assertThat(certificates.all(elsewhere)).isEmpty();
        assertThat(certificates.nodes(elsewhere)).isEmpty();
        assertThatThrownBy(() -> certificates.issue(elsewhere, ORIGIN, node.id(), KeyKind.P256))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> certificates.revoke(elsewhere, ORIGIN, serial, "x"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> certificates.issueServer(here, ORIGIN, "a", KeyKind.P256))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> certificates.create(here, ORIGIN, "a", KeyKind.P256))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> certificates.all(viewer)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void everythingIsNotedAndNoSecretIsInIt() {
        Certificates certificates = made(KeyKind.P256);
        Handout handout = certificates.issue(admin, ORIGIN, node.id(), KeyKind.P256);
        certificates.revoke(admin, ORIGIN, handout.issued().serial(), "lost in the lift");

        assertThat(noted)
                .extracting(CertificateChanged::words)
                .containsExactly(
                        "Made the certificate authority Stadthaus CA, EC P-256.",
                        "Issued a certificate for node " + UID + "; serial "
                                + handout.issued().serial() + ".",
                        "Revoked the certificate of " + UID + ", serial "
                                + handout.issued().serial() + ": lost in the lift");
    }

    @Test
    void theListGrowsAndForgetsWhatHasEnded() throws GeneralSecurityException, CRLException {
        Certificates certificates = certificates("", 10);
        certificates.create(admin, ORIGIN, "CA", KeyKind.P256);
        Handout handout = certificates.issue(admin, ORIGIN, node.id(), KeyKind.P256);
        byte[] first = list(certificates).getExtensionValue("2.5.29.20");
        certificates.revoke(admin, ORIGIN, handout.issued().serial(), "lost");
        clock.move(Duration.ofSeconds(1));

        assertThat(list(certificates).getRevokedCertificates()).hasSize(1);
        assertThat(list(certificates).getExtensionValue("2.5.29.20")).isNotEqualTo(first);
        clock.move(Duration.ofDays(11));
        assertThat(list(certificates).getRevokedCertificates()).isNull();
    }
}
