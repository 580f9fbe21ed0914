package org.bmac.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.bmac.broker.Broker;
import org.bmac.broker.Link;
import org.bmac.cnc.CncServer;
import org.bmac.exchange.InfluxFeed;
import org.bmac.history.History;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers who asks whether we are well; needs no sign-in. */
@RestController
@Tag(name = "Server")
class HealthController {
    private final Broker broker;
    private final StoreCheck store;
    private final History history;
    private final InfluxFeed influx;
    private final CncServer cnc;

    HealthController(Broker broker, StoreCheck store, History history, InfluxFeed influx, CncServer cnc) {
        this.broker = broker;
        this.store = store;
        this.history = history;
        this.influx = influx;
        this.cnc = cnc;
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How the server is; needs no sign-in")
    @SecurityRequirements
    Health health() {
        Link link = broker.link();
        long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
        return Health.of(
                new Health.Part(link.up(), link.reason()),
                Health.store(history.keeping(), store.now()),
                influx.state()
                        .map(feed -> new Health.Part(feed.up(), feed.words()))
                        .orElse(null),
                cnc.counters()
                        .map(counters -> new Health.Part(true, counters.words()))
                        .orElse(null),
                Description.version(),
                Duration.ofMillis(uptime).toSeconds());
    }
}
