package org.bmac.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority with its key: RFC 5280, version 3 certificates with a serial number of 127 random bits. Immutable;
 * safe on every thread.
 */
final class Authority {
    /** Clocks of nodes are late at times. */
    private static final Duration EARLIER = Duration.ofMinutes(5);

    private static final int SERIAL_BITS = 127;
    private static final int LONGEST_NAME = 64; // RFC 5280, the upper bound of a common name
    private static final SecureRandom RANDOM = new SecureRandom();

    private final X509Certificate certificate;
    private final PrivateKey key;

    /**
     * One that is there already.
     *
     * @throws IllegalArgumentException with a sentence when it is none, or the key is another one's
     */
    Authority(X509Certificate certificate, PrivateKey key) {
        if (certificate.getBasicConstraints() < 0) {
            throw new IllegalArgumentException("This certificate may not issue others: it is no authority's.");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[5]) {
            throw new IllegalArgumentException("This certificate's key may not sign certificates.");
        }
        if (KeyKind.of(certificate.getPublicKey()).isEmpty()) {
            throw new IllegalArgumentException(
                    "The authority's key is neither EC P-256 or P-384 nor RSA of 2048 bits or more.");
        }
        this.certificate = certificate;
        this.key = key;
        if (!belongs()) {
            throw new IllegalArgumentException("The key does not belong to the certificate.");
        }
    }

    /** A new one that vouches for itself. */
    static Authority create(String name, KeyKind kind, Instant now, Duration life) {
        KeyPair pair = kind.generate();
        X500Name subject = name(name);
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    subject,
                    serial(),
                    Date.from(now.minus(EARLIER)),
                    Date.from(now.plus(life)),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return new Authority(signed(builder, kind, pair.getPrivate()), pair.getPrivate());
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("the authority could not be made", e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    PrivateKey key() {
        return key;
    }

    KeyKind kind() {
        return KeyKind.of(certificate.getPublicKey()).orElseThrow();
    }

    /** Until when it can vouch for anything. */
    Instant until() {
        return certificate.getNotAfter().toInstant();
    }

    /**
     * Issues a certificate, which never outlives the authority.
     *
     * @param names by which a server is reached: host names and IP addresses, not empty for a server
     */
    X509Certificate issue(
            PublicKey subject, String commonName, Purpose purpose, List<String> names, Instant now, Duration life) {
        Instant end = now.plus(life).isBefore(until()) ? now.plus(life) : until();
        KeyKind kind = KeyKind.of(subject).orElseThrow();
        try {
            JcaX509ExtensionUtils utilities = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new JcaX509CertificateHolder(certificate).getSubject(),
                    serial(),
                    Date.from(now.minus(EARLIER)),
                    Date.from(end),
                    name(commonName),
                    subject);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            int encipherment = kind == KeyKind.RSA2048 ? KeyUsage.keyEncipherment : 0;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | encipherment));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(
                            purpose == Purpose.NODE ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectKeyIdentifier, false, utilities.createSubjectKeyIdentifier(subject));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, utilities.createAuthorityKeyIdentifier(certificate));
            if (!names.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            }
            return signed(builder, kind(), key);
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificate could not be made", e);
        }
    }

    /**
     * The list of what is revoked, DER.
     *
     * @param number greater than that of every list before
     */
    byte[] revocations(List<IssuedCertificate> revoked, long number, Instant now, Duration life) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    new JcaX509CertificateHolder(certificate).getSubject(), Date.from(now.minus(EARLIER)));
            builder.setNextUpdate(Date.from(now.plus(life)));
            revoked.stream()
                    .filter(each -> each.revoked() != null)
                    .forEach(each -> builder.addCRLEntry(
                            new BigInteger(each.serial(), 16), Date.from(each.revoked()), CRLReason.unspecified));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            return builder.build(signer(kind(), key)).getEncoded();
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("the list of what is revoked could not be made", e);
        }
    }

    private static GeneralNames alternatives(List<String> names) {
        List<GeneralName> all = new ArrayList<>();
        names.forEach(name ->
                all.add(new GeneralName(Names.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name)));
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }

    private static X500Name name(String common) {
        if (common.isBlank() || common.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A name in a certificate has 1 to " + LONGEST_NAME + " characters.");
        }
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, common).build();
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyKind kind, PrivateKey key)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer(kind, key)));
    }

    private static ContentSigner signer(KeyKind kind, PrivateKey key) throws GeneralSecurityException {
        try {
            return new JcaContentSignerBuilder(kind.signature()).build(key);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private boolean belongs() {
        try {
            java.security.Signature signature = java.security.Signature.getInstance(kind().signature());
            signature.initSign(key);
            signature.update(certificate.getEncoded());
            byte[] proof = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(certificate.getEncoded());
            return signature.verify(proof);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
