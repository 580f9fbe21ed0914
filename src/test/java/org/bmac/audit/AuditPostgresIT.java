package org.bmac.audit;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The audit on a real PostgreSQL. */
class AuditPostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class AuditOnPostgres extends AuditTests {}

    @Nested
    class UnheardOnPostgres extends UnheardTests {}
}
