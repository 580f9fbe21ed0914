package org.bmac.building;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The building on a real PostgreSQL. */
class BuildingPostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class BuildingsOnPostgres extends BuildingsTests {}
}
