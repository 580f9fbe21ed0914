package org.bmac.homeassistant;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept of them on a real PostgreSQL. */
class HomeAssistantPostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class DiscoveredOnPostgres extends DiscoveredTests {}
}
