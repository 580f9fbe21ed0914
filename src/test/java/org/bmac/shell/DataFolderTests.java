package org.bmac.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DataFolderTests {
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void aRelativeFolderIsSeenFromWhereTheProgramWasStarted() {
        environment.setProperty("bmac.data", "data");

        assertThat(afterwards())
                .isEqualTo(Path.of("").toAbsolutePath().resolve("data").toString());
    }

    @Test
    void anAbsoluteFolderStaysAsItIs() {
        environment.setProperty("bmac.data", "/var/lib/bmac");

        assertThat(afterwards()).isEqualTo("/var/lib/bmac");
    }

    @Test
    void withoutOneNothingIsSet() {
        assertThat(afterwards()).isNull();
    }

    private @Nullable String afterwards() {
        new DataFolder().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("bmac.data");
    }
}
