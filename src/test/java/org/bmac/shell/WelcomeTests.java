package org.bmac.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** What stands in the terminal of whoever has just started it. */
@ExtendWith(OutputCaptureExtension.class)
class WelcomeTests {
    private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "18080");

    @Test
    void theLogSaysWhereThePagesAre(CapturedOutput output) {
        new Welcome(environment).ready();
        assertThat(output).contains("BMaC is ready. Open http://localhost:18080");
    }

    @Test
    void withACertificateItIsASecuredAddress() {
        environment.setProperty("server.ssl.bundle", "web");
        assertThat(new Welcome(environment).address()).isEqualTo("https://localhost:18080");
    }
}
