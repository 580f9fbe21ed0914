package org.bmac.exchange;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Readings out of and into a real PostgreSQL. */
class ExchangePostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class ExportsOnPostgres extends ExportsTests {}

    @Nested
    class ImportsOnPostgres extends ImportsTests {}

    @Nested
    class FeedOnPostgres extends InfluxFeedTests {}
}
