package org.bmac.node;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept of nodes, on a real PostgreSQL. */
class NodePostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class LogOnPostgres extends NodeLogTests {}

    @Nested
    class NodesOnPostgres extends NodesTests {}

    @Nested
    class ConfiguringOnPostgres extends ConfiguringTests {}
}
