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
    void aFileThatALaterH2HasMadeIsRefusedAndMayBeOpenedByThatOne() {
        opened(Constants.BUILD_ID);

        assertThatThrownBy(() -> opened(Constants.BUILD_ID - 1))
                .isInstanceOf(Unstartable.class)
                .hasMessageContaining("later H2 (build " + Constants.BUILD_ID + ")");
        assertThat(opened(Constants.BUILD_ID)).isTrue();
    }

    @Test
    void aFileThatAnEarlierOneHasMadeIsTaken() {
        opened(Constants.BUILD_ID);

        assertThat(opened(Constants.BUILD_ID + 1)).isTrue();
    }

    /** Whether all migrations are in the database. */
    private boolean opened(int own) {
        Flyway flyway = Flyway.configure()
                .dataSource("jdbc:h2:file:" + data.resolve("bmac"), "sa", "")
                .load();
        new NewerFile(own).migrate(flyway);
        return flyway.info().pending().length == 0;
    }
}
