package org.bmac.command;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands on a real PostgreSQL. */
class CommandPostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class CommandsOnPostgres extends CommandsTests {}

    @Nested
    class LedgerOnPostgres extends LedgerTests {}

    @Nested
    class RequestsOnPostgres extends RequestsTests {}
}
