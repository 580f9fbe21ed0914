package org.bmac.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.bmac.point.Unstartable;
import org.flywaydb.core.Flyway;
import org.h2.engine.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerFileTests {
    @TempDir
    Path data;

    @Test
    void aFileThatALaterH2HasMadeIsRefusedAndStaysAsItWas() {
        opened(Constants.BUILD_ID).migrate();

        assertThatThrownBy(() -> opened(Constants.BUILD_ID - 1).migrate())
                .rootCause()
                .isInstanceOf(Unstartable.class)
                .hasMessageContaining("later H2 (build " + Constants.BUILD_ID + ")");
        assertThat(opened(Constants.BUILD_ID).migrate().migrationsExecuted).isZero();
    }

    @Test
    void aFileThatAnEarlierOneHasMadeIsTaken() {
        opened(Constants.BUILD_ID).migrate();

        assertThat(opened(Constants.BUILD_ID + 1).migrate().success).isTrue();
    }

    private Flyway opened(int own) {
        return Flyway.configure()
                .dataSource("jdbc:h2:file:" + data.resolve("bmac"), "sa", "")
                .callbacks(new NewerFile(own))
                .load();
    }
}
