package org.bmac;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.bmac.broker.Mosquitto;
import org.bmac.building.TestBuildings;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real PostgreSQL on a free port of the loopback, empty, in a folder of its own. As a JUnit extension it lives as long as the
 * test class, and every database that the class's tests ask for is a new one there. A test fails, not skips, where PostgreSQL
 * is missing.
 */
public final class Postgres implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String USER = "bmac";
    private static final String MODEL = "model";

    /** Where Linux keeps files that need not last, and how much room is enough. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ENOUGH = 2L << 30;

    private final int port = Mosquitto.freePort();
    private final AtomicInteger databases = new AtomicInteger();
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final boolean durable;
    private final Path folder;
    private @Nullable Process server;

    /** The test class and those nested in it that are under way. */
    private int classes;

    /** One that is quick because it would not survive a power cut. */
    public Postgres() {
        this(false);
    }

    /** @param durable whether it writes as it does in earnest */
    public Postgres(boolean durable) {
        this.durable = durable;
        try {
            folder = Files.createTempDirectory(place(durable), "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path place(boolean durable) throws IOException {
        boolean inMemory = !durable
                && Files.isWritable(MEMORY)
                && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH;
        return inMemory ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** The user of all its databases, who needs no password. */
    public static String user() {
        return USER;
    }

    /** The address of one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Its folder. */
    public Path folder() {
        return folder;
    }

    /** Makes and starts it, and waits until it answers. */
    public void start() {
        Path data = folder.resolve("data");
        if (!Files.exists(data)) {
            make();
        }
        List<String> command = asSomebody(program("postgres"), "-D", data.toString(), "-p", String.valueOf(port));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        if (!durable) {
            command.addAll(List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"));
        }
        server = started(command);
        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> new JdbcTemplate(
                        connections("postgres"))
                .execute("select 1"));
    }

    /** A new database that nobody else sees, migrated. */
    public synchronized DataSource database() {
        if (databases.get() == 0) {
            create(MODEL, "template1");
            try (HikariDataSource model = pool(url(MODEL))) {
                Flyway.configure()
                        .dataSource(model)
                        .locations("classpath:db/migration", "classpath:db/postgresql")
                        .load()
                        .migrate();
            }
        }
        String name = "bmac" + databases.incrementAndGet();
        create(name, MODEL);
        HikariDataSource pool = pool(url(name));
        pools.add(pool);
        return pool;
    }

    private void create(String name, String like) {
        new JdbcTemplate(connections("postgres")).execute("create database " + name + " template " + like);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url + "?reWriteBatchedInserts=true");
        settings.setUsername(USER);
        settings.setMaximumPoolSize(10);
        settings.setMinimumIdle(0);
        return new HikariDataSource(settings);
    }

    private DataSource connections(String database) {
        return new DriverManagerDataSource(url(database), USER, "");
    }

    private void make() {
        try {
            if (isRoot()) {
                end(started(List.of("chown", "postgres", folder.toString())));
            }
            end(started(asSomebody(
                    program("initdb"),
                    "-D",
                    folder.resolve("data").toString(),
                    "-U",
                    USER,
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--no-sync")));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Process process) throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("PostgreSQL could not be made; see " + folder.resolve("log"));
        }
    }

    private Process started(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It refuses to run as root. */
    private static List<String> asSomebody(String... command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Of the newest version that is installed. */
    private static String program(String name) {
        try (Stream<Path> versions = Files.isDirectory(VERSIONS) ? Files.list(VERSIONS) : Stream.empty()) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IllegalStateException(
                            "these tests need PostgreSQL below " + VERSIONS + " (Debian: apt install postgresql)"))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, as an administrator may. */
    public void stop() {
        Process running = server;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(20, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        server = null;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (classes++ == 0) {
            start();
            TestBuildings.databasesFrom(this::database);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        letGo();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--classes == 0) {
            TestBuildings.databasesInMemory();
            close();
        }
    }

    private synchronized void letGo() {
        pools.forEach(HikariDataSource::close);
        pools.clear();
    }

    @Override
    public void close() {
        letGo();
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
