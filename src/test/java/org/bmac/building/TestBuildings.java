package org.bmac.building;

import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.bmac.point.Bytes;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real store over a database of its own in memory, for tests that need no application context. */
public final class TestBuildings {
    private static volatile Supplier<DataSource> databases = TestBuildings::inMemory;

    private TestBuildings() {}

    /** From now on {@link #database()} gives these. */
    public static void databasesFrom(Supplier<DataSource> others) {
        databases = others;
    }

    /** From now on they are in memory again. */
    public static void databasesInMemory() {
        databases = TestBuildings::inMemory;
    }

    /** An empty building; what it publishes goes to {@code events}. */
    public static Buildings empty(ApplicationEventPublisher events) {
        return over(database(), events);
    }

    /** A store over this database, as after a restart. */
    public static Buildings over(DataSource database, ApplicationEventPublisher events) {
        return new Buildings(
                new BuildingRows(JdbcClient.create(database)),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                events);
    }

    /** A migrated database that nobody else sees, in memory unless said otherwise. */
    public static DataSource database() {
        return databases.get();
    }

    /** The same, in memory whatever was said. */
    public static DataSource inMemory() {
        DataSource database =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    /** The database as the program has it in this data folder, migrated; close it before the program starts on it. */
    public static DataSource databaseAt(Path data) {
        DataSource database = JdbcConnectionPool.create("jdbc:h2:file:" + data.toAbsolutePath() + "/bmac", "sa", "");
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    /** Lets go of a database in a folder. */
    public static void close(DataSource database) {
        if (database instanceof JdbcConnectionPool pool) {
            pool.dispose();
        }
    }

    /** A plan with nothing on it. */
    public static PlanImage blankPlan() {
        return new PlanImage(
                "image/svg+xml", Bytes.of("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 800'/>"));
    }
}
