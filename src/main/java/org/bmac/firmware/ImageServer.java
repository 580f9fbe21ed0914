package org.bmac.firmware;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Hands images to firmware nodes over plain HTTP, as they have asked since ever: any path, with {@code uid=} in the query. Off
 * unless a port is set. It reads one line of each request, and one that takes too long is cut off.
 */
@Component
class ImageServer implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImageServer.class);
    private static final Pattern UID = Pattern.compile("(?:^|&)uid=([0-9a-fA-F]{12})(?:&|$)");
    private static final int AT_ONCE = 16;
    private static final int LONGEST_SECONDS = 120;
    private static final int BACKLOG = 50;

    private final FirmwareSettings settings;
    private final ImageDoor door;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    ImageServer(FirmwareSettings settings, ImageDoor door) {
        this.settings = settings;
        this.door = door;
    }

    @Override
    public void afterPropertiesSet() {
        if (settings.port() == 0) {
            return;
        }
        InetSocketAddress address = settings.address().isEmpty()
                ? new InetSocketAddress(settings.port())
                : new InetSocketAddress(settings.address(), settings.port());
        try {
            HttpServer made = HttpServer.create(address, BACKLOG);
            ExecutorService own = Executors.newVirtualThreadPerTaskExecutor();
            made.setExecutor(own);
            made.createContext("/", this::handle);
            made.start();
            threads = own;
            server = made;
            LOG.info("Nodes fetch their firmware at port {}", settings.port());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "bmac.firmware.port is " + settings.port() + ", where nothing can be opened (" + e.getMessage()
                            + "); choose another with BMAC_FIRMWARE_PORT.",
                    e);
        }
    }

    /** The port that is open; 0 when none is. */
    int port() {
        return server == null ? 0 : server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(exchange::close);
        if (!room.tryAcquire()) {
            exchange.getResponseHeaders().set("Retry-After", "30");
            answer(exchange, 503, "Too many nodes fetch at the same time.");
            return;
        }
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 405, "Images are fetched with GET.");
                return;
            }
            String query = exchange.getRequestURI().getRawQuery();
            Matcher found = UID.matcher(query == null ? "" : query);
            if (!found.find()) {
                answer(exchange, 400, "Which node? Say ?uid= and its 12 digits.");
                return;
            }
            give(exchange, found.group(1));
        } finally {
            room.release();
        }
    }

    private void give(HttpExchange exchange, String uid) throws IOException {
        Optional<ImageDoor.Handout> found = door.of(uid);
        Optional<Bytes> content = found.flatMap(door::content);
        if (found.isEmpty() || content.isEmpty()) {
            answer(exchange, 404, "There is no firmware for this node.");
            return;
        }
        ImageDoor.Handout handout = found.get();
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(200, content.get().length());
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(content.get().toArray());
        }
        door.given(handout);
    }

    private static void answer(HttpExchange exchange, int status, String words) throws IOException {
        byte[] body = (words + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
        exchange.close();
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.stop(0);
        }
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
