package org.bmac.cnc;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events of carbon dioxide on a real PostgreSQL. */
class CncPostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class Co2EventsOnPostgres extends Co2EventsTests {
        Co2EventsOnPostgres() throws java.io.IOException {
            super();
        }
    }
}
