package org.bmac.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.zip.GZIPInputStream;

/** An InfluxDB as far as writing goes: keeps lines by what they are about and when, and answers as it is told. */
final class FakeInflux implements AutoCloseable {
    /** Does not answer until it is closed. */
    static final int STALL = -1;

    final Map<String, String> kept = new ConcurrentHashMap<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    final List<String> addresses = new CopyOnWriteArrayList<>();
    final List<Integer> sizes = new CopyOnWriteArrayList<>();
    volatile ToIntFunction<List<String>> answer = _ -> 204;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    FakeInflux() {
        this(0);
    }

    FakeInflux(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            addresses.add(exchange.getRequestURI().toString());
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            List<String> lines = new String(
                            new GZIPInputStream(exchange.getRequestBody()).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            sizes.add(lines.size());
            int status = answer.applyAsInt(lines);
            if (status == STALL) {
                closing.await();
                return;
            }
            if (status == 204) {
                lines.forEach(this::keep);
            }
            exchange.getResponseHeaders().add("Retry-After", "0");
            byte[] said = (status == 204 ? "" : "{\"message\": \"no\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(String line) {
        String when = line.substring(line.lastIndexOf(' ') + 1);
        kept.put(line.substring(0, line.indexOf(" value=") < 0 ? 0 : line.indexOf(" value=")) + "@" + when, line);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
