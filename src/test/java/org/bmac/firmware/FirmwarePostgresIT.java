package org.bmac.firmware;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images and roll-outs on a real PostgreSQL. */
class FirmwarePostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class RowsOnPostgres extends FirmwareRowsTests {}
}
