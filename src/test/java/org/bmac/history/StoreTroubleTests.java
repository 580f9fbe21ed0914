package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.point.Receipt;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The database is a file, as in the program, and its disk fails. */
class StoreTroubleTests {
    private static final int FEW = 200;
    private static final int ALL = 10 * FEW;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private Room room;
    private Instant now;

    @BeforeEach
    void open() {
        SickDisk.plugIn();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:" + SickDisk.SCHEME + ":" + folder + "/bmac;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        config.setUsername("sa");
        config.setConnectionTimeout(1_000);
        config.setConnectionTestQuery(setting("spring.datasource.hikari.connection-test-query"));
        config.setExceptionOverrideClassName(setting("spring.datasource.hikari.exception-override-class-name"));
        database = new HikariDataSource(config);
        Flyway.configure().dataSource(database).load().migrate();
        room = new Room(Room.USUAL, FEW, database);
        now = room.clock.instant();
    }

    @AfterEach
    void close() {
        SickDisk.heal();
        room.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device,  the disk is full",
        "Read-only file system,    the disk cannot be written to",
        "Input/output error,       the database refuses them"
    })
    void whileTheDiskFailsReadingsWaitAndThenEachIsThereOnce(String saying, String words) {
        AtomicInteger heard = new AtomicInteger();
        AtomicInteger safe = new AtomicInteger();
        Thread intake = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < ALL; i++) {
                room.history.awaitRoom();
                say(i, safe);
                if (heard.incrementAndGet() == FEW) {
                    SickDisk.sicken(saying);
                }
            }
        });
        await().atMost(PATIENCE).until(() -> intake.getState() == Thread.State.WAITING);
        await().atMost(PATIENCE).until(() -> !room.history.keeping().up());
        Keeping trouble = room.history.keeping();
        int before = safe.get();

        assertThat(trouble.reason()).startsWith(words);
        assertThat(trouble.since()).isEqualTo(now);
        assertThat(trouble.waiting()).isBetween(1, 3 * FEW);
        assertThat(heard).hasValueLessThan(ALL);
        assertThat(safe).hasValueLessThanOrEqualTo(heard.get());

        room.clock.move(Duration.ofMinutes(1));
        SickDisk.heal();
        await().atMost(PATIENCE).until(() -> safe.get() == ALL);
        assertThat(before).isLessThan(ALL);
        assertThat(room.readings(room.temperature)).hasSize(ALL);
        assertThat(room.history.keeping()).isEqualTo(new Keeping(true, "kept", room.clock.instant(), 0));
    }

    @Test
    void aDatabaseThatWentAwayAndCameBackLacksNothing() {
        AtomicInteger safe = new AtomicInteger();
        say(0, safe);
        await().atMost(PATIENCE).until(() -> safe.get() == 1);
        SickDisk.sicken("Stale file handle");
        room.sql.execute("shutdown immediately");
        for (int i = 1; i < 50; i++) {
            say(i, safe);
        }
        await().atMost(PATIENCE).until(() -> !room.history.keeping().up());

        assertThat(safe).hasValue(1);
        assertThat(room.history.keeping().waiting()).isEqualTo(49);
        SickDisk.heal();
        await().atMost(PATIENCE).until(() -> safe.get() == 50);
        assertThat(room.readings(room.temperature)).hasSize(50);
        assertThat(room.history.keeping().up()).isTrue();
    }

    @Test
    void whatCouldNotBeWrittenBeforeTheEndIsLeftToTheBroker() {
        AtomicBoolean acknowledged = new AtomicBoolean();
        SickDisk.sicken("No space left on device");
        Receipt first = new Receipt("mqtt://one", 0, 7, false, 21);
        room.history.begins(first);
        room.hear(room.celsius(now.minusSeconds(1), 21));
        room.history.whenSafe(first, () -> acknowledged.set(true));
        await().atMost(PATIENCE).until(() -> !room.history.keeping().up());
        room.history.close();
        assertThat(acknowledged).isFalse();

        SickDisk.heal();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> room.restart());
        Receipt again = new Receipt("mqtt://one", 0, 7, true, 21);
        room.history.begins(again);
        room.hear(room.celsius(now, 21));
        room.history.whenSafe(again, () -> acknowledged.set(true));
        await().atMost(PATIENCE).untilTrue(acknowledged);
        assertThat(room.readings(room.temperature)).hasSize(1);
    }

    /** As the program has it. */
    private static String setting(String key) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return Objects.requireNonNull(yaml.getObject()).getProperty(key);
    }

    private void say(int number, AtomicInteger safe) {
        Receipt receipt = new Receipt("mqtt://one", 0, number + 1, false, number);
        room.history.begins(receipt);
        room.hear(room.celsius(now.minusSeconds(ALL - number), number % 50));
        room.history.whenSafe(receipt, safe::incrementAndGet);
    }
}
