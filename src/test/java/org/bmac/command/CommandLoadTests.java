package org.bmac.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.audit.ChainCheck;
import org.bmac.building.TestBuildings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many commands with their audit rows, on a database in a file as the program has it. */
class CommandLoadTests {
    private static final int COMMANDS = 2_000;

    @TempDir
    private Path folder;

    @Test
    void writingThousandsOfCommandsKeepsUpAndLosesNone() throws InterruptedException {
        DataSource database = TestBuildings.databaseAt(folder);
        try (Control control = new Control(database, new MovableClock())) {
            control.ledger.start();
            List<Asked> asked = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < COMMANDS; i++) {
                asked.add(control.fan(Control.ANNA, i % 101));
            }
            asked.forEach(one -> one.end().orTimeout(60, TimeUnit.SECONDS).join());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            control.ledger.close();
            assertThat(asked)
                    .allSatisfy(one -> assertThat(one.end().join().outcome()).isPresent());
            assertThat(control.audit.check()).isEqualTo(new ChainCheck(2L * COMMANDS, 0, ""));
            assertThat(COMMANDS * 1_000L / took.toMillis()).isGreaterThan(200);
        } finally {
            TestBuildings.close(database);
        }
    }
}
