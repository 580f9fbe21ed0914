package org.bmac.cnc;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.node.NodeListener;
import org.bmac.node.NodeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps what nodes say of carbon dioxide, and publishes each as {@link Co2Event} on a thread of its own. What comes faster
 * than the database takes it, beyond a thousand, is counted and gone. May be called on any thread.
 */
@Component
public class Co2Events implements NodeListener {
    private static final Logger LOG = LoggerFactory.getLogger(Co2Events.class);
    private static final int MOST_WAITING = 1_000;

    private final Co2Rows rows;
    private final Buildings buildings;
    private final ApplicationEventPublisher events;
    private final BlockingQueue<Co2Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Thread writer = Thread.ofVirtual().name("co2 events").unstarted(this::run);
    private volatile boolean ended;
    private int added;

    Co2Events(Co2Rows rows, Buildings buildings, ApplicationEventPublisher events) {
        this.rows = rows;
        this.buildings = buildings;
        this.events = events;
    }

    @PostConstruct
    void open() {
        writer.start();
    }

    /** What waits is kept first; no interrupt, which in the middle of writing would close the database's file for everybody. */
    @PreDestroy
    void close() {
        ended = true;
        try {
            if (writer.isAlive() && !writer.join(Duration.ofSeconds(5))) {
                LOG.warn("The last CO₂ events are not kept");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The newest, newest first. */
    public List<Co2Event> newest(int most) {
        return rows.newest(most);
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (said instanceof NodeMessage.Co2Event(String location, int level, boolean rising, int ppm)) {
            Node known = node == null ? buildings.current().nodeOfLocation(location) : node;
            Co2Event event = new Co2Event(at, location, known == null ? null : known.id(), level, rising, ppm);
            if (!waiting.offer(event)) {
                drop("they come faster than they can be kept", null);
            }
        }
    }

    private void run() {
        try {
            while (!ended || !waiting.isEmpty()) {
                Co2Event event = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (event != null) {
                    keep(event);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(Co2Event event) {
        try {
            rows.add(event);
            if (added++ % Co2Rows.SLACK == 0) {
                rows.clear();
            }
        } catch (DataAccessException e) {
            drop("the database does not take them", e);
        }
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            LOG.error("Who listens to CO₂ events failed", e);
        }
    }

    private void drop(String why, @Nullable Exception cause) {
        long so = lost.incrementAndGet();
        if (Long.bitCount(so) == 1) {
            LOG.warn("CO₂ events are not kept, {} so far: {}", so, why, cause);
        }
    }
}
