package org.bmac.live;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is remembered of the last values, on a real PostgreSQL. */
class LivePostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class KeeperOnPostgres extends KeeperTests {}

    @Nested
    class LiveOnPostgres extends LiveTests {}
}
