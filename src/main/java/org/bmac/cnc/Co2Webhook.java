package org.bmac.cnc;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Offers the events of carbon dioxide to another program, as the original server did: one POST each, with
 * {@code {"state":"warn","location":"lab-1","increase":true,"ppm":897}}. In their order, on a thread of its own. What cannot
 * be brought is tried again, {@value #TRIES} times in all; while it is, up to {@value #MOST_WAITING} wait, then the oldest
 * go. What is refused (4xx) is not tried again.
 */
@Component
class Co2Webhook {
    private static final Logger LOG = LoggerFactory.getLogger(Co2Webhook.class);
    private static final int MOST_WAITING = 1_000;
    private static final int TRIES = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CncSettings settings;
    private final JsonMapper json;
    private final Duration pause;
    private final BlockingQueue<Co2Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread sender = Thread.ofVirtual().name("co2 webhook").unstarted(this::run);
    private long lost;

    /** What is sent. */
    record Body(String state, String location, boolean increase, int ppm) {
        static Body of(Co2Event event) {
            return new Body(event.state(), event.location(), event.rising(), event.ppm());
        }
    }

    private enum Answer {
        TAKEN,
        REFUSED,
        LATER
    }

    @Autowired
    Co2Webhook(CncSettings settings, JsonMapper json) {
        this(settings, json, Duration.ofSeconds(1));
    }

    /** @param pause before the second try; twice as long before each further one */
    Co2Webhook(CncSettings settings, JsonMapper json, Duration pause) {
        this.settings = settings;
        this.json = json;
        this.pause = pause;
    }

    @PostConstruct
    void open() {
        if (settings.hasWebhook()) {
            sender.start();
        }
    }

    @PreDestroy
    void close() {
        closed.countDown();
        sender.interrupt();
    }

    @EventListener
    void on(Co2Event event) {
        while (settings.hasWebhook() && !waiting.offer(event)) {
            if (waiting.poll() != null) {
                lost("it does not take them as fast as they come");
            }
        }
    }

    private void run() {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            while (closed.getCount() > 0) {
                bring(client, waiting.take());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void bring(HttpClient client, Co2Event event) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.co2Webhook()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(Body.of(event))))
                .build();
        for (int tried = 0; tried < TRIES; tried++) {
            if (tried > 0 && closed.await(pause.toMillis() << (tried - 1), TimeUnit.MILLISECONDS)) {
                return;
            }
            switch (ask(client, request)) {
                case TAKEN -> {
                    return;
                }
                case REFUSED -> {
                    lost("it refuses them");
                    return;
                }
                case LATER -> LOG.debug("The CO₂ webhook did not take an event, try {}", tried + 1);
            }
        }
        lost("it does not answer, or not well");
    }

    private static Answer ask(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            boolean busy = status == 408 || status == 429;
            return status / 100 == 2 ? Answer.TAKEN : status / 100 == 4 && !busy ? Answer.REFUSED : Answer.LATER;
        } catch (IOException _) {
            return Answer.LATER;
        }
    }

    private synchronized void lost(String why) {
        lost++;
        if (Long.bitCount(lost) == 1) {
            LOG.warn(
                    "CO₂ events do not get to {}, {} so far: {}",
                    URI.create(settings.co2Webhook()).getAuthority(),
                    lost,
                    why);
        }
    }
}
