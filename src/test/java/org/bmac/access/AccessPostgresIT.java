package org.bmac.access;

import org.bmac.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may do what, on a real PostgreSQL. */
class AccessPostgresIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Nested
    class FirstAccountsOnPostgres extends FirstAccountsTests {}

    @Nested
    class TokensOnPostgres extends TokensTests {}

    @Nested
    class UsersOnPostgres extends UsersTests {}

    @Nested
    class RightsOnPostgres extends RightsTests {}
}
