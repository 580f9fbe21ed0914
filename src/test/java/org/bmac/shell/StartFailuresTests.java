package org.bmac.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.bmac.point.Unstartable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

class StartFailuresTests {
    private final StartFailures failures = new StartFailures();

    record Settings(int port, boolean enabled, Duration patience) {
        Settings {
            if (port > 65_535) {
                throw new IllegalArgumentException("bmac.some.port is " + port + "; allowed is 1 to 65535");
            }
        }
    }

    @Test
    void aTakenPortIsNamedWithTheKeyThatChoosesAnother() {
        assertThat(sentence(new IllegalStateException(new PortInUseException(8080))))
                .contains("Port 8080 is taken")
                .contains("SERVER_PORT=8081");
    }

    @Test
    void aValueOfTheWrongTypeIsNamedWithWhatIsAllowed() {
        assertThat(sentence(bound("port", "eighty")))
                .isEqualTo("bmac.some.port is 'eighty', but must be a whole number.");
        assertThat(sentence(bound("enabled", "perhaps")))
                .isEqualTo("bmac.some.enabled is 'perhaps', but must be true or false.");
        assertThat(sentence(bound("patience", "long")))
                .isEqualTo("bmac.some.patience is 'long', but must be a time such as 30s, 5m or 2h.");
    }

    @Test
    void aRefusedValueSpeaksForItself() {
        assertThat(sentence(bound("port", "70000"))).isEqualTo("bmac.some.port is 70000; allowed is 1 to 65535");
    }

    @Test
    void whatAPersonCanMendIsSaidAsItWasSaid() {
        assertThat(sentence(new IllegalStateException(new Unstartable("Port 1883 is taken."))))
                .isEqualTo("Port 1883 is taken.");
    }

    @Test
    void aPortThatThereIsNotIsNamedWithWhatIsAllowed() {
        IllegalArgumentException refused = assertThatIllegalArgumentException()
                .isThrownBy(() -> new InetSocketAddress(99_999))
                .actual();

        assertThat(sentence(new IllegalStateException(refused))).contains("SERVER_PORT", "65535");
    }

    @Test
    void aDatabaseOfAnotherVersionIsSaidToBeOne() {
        Flyway younger = Flyway.configure()
                .dataSource("jdbc:h2:mem:another-version;DB_CLOSE_DELAY=-1", "sa", "")
                .load();
        FlywayValidateException refused = assertThatExceptionOfType(FlywayValidateException.class)
                .isThrownBy(younger::validate)
                .actual();

        assertThat(sentence(new IllegalStateException(refused)))
                .startsWith("The database is of another version of BMaC");
    }

    @Test
    void aBugKeepsItsStackTrace() {
        assertThat(failures.analyze(new IllegalStateException("a bug"))).isNull();
    }

    private String sentence(Throwable failure) {
        FailureAnalysis analysis = Objects.requireNonNull(failures.analyze(failure));
        return analysis.getDescription();
    }

    private static Throwable bound(String key, String value) {
        var source = new MapConfigurationPropertySource(Map.of("bmac.some." + key, value));
        try {
            new Binder(source).bind("bmac.some", Settings.class);
        } catch (RuntimeException failure) {
            return failure;
        }
        throw new AssertionError("the value was accepted");
    }
}
