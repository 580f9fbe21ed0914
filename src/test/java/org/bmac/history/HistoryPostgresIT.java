package org.bmac.history;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The history on a real PostgreSQL. */
class HistoryPostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class AnnalsOnPostgres extends AnnalsTests {}

    @Nested
    class HistoryOnPostgres extends HistoryTests {}

    @Nested
    class WindowOnPostgres extends WindowTests {}

    @Nested
    class PastOnPostgres extends PastTests {}

    @Nested
    class PackerOnPostgres extends PackerTests {}

    @Nested
    class SupplementOnPostgres extends SupplementTests {}
}
