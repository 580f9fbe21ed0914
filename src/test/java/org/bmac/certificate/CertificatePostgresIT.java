package org.bmac.certificate;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept of them on a real PostgreSQL. */
class CertificatePostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class CertificatesOnPostgres extends CertificatesTests {}
}
