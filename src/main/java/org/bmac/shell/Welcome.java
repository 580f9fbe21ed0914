package org.bmac.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the pages are, once they can be opened. */
@Component
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger("org.bmac.start");

    private final Environment environment;

    Welcome(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        LOG.info("BMaC is ready. Open {}", address());
    }

    /** As somebody on this machine reaches it. */
    String address() {
        boolean secured = environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.key-store");
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return (secured ? "https" : "http") + "://localhost:" + port;
    }
}
