package org.bmac.transfer;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The building file out of and into a real PostgreSQL. */
class TransferPostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class TransferOnPostgres extends TransferTests {}

    @Nested
    class OldDatabaseOnPostgres extends OldDatabaseTests {}
}
