package org.bmac.editor;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Drafts on a real PostgreSQL. */
class EditorPostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class DraftRowsOnPostgres extends DraftRowsTests {}
}
