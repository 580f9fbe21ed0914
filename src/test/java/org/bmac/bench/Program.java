package org.bmac.bench;

import com.microsoft.playwright.Page;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** BMaC as a process of its own, on free ports of the loopback and with a data folder of its own. */
public final class Program implements AutoCloseable {
    /** Of the user admin. */
    public static final String PASSWORD = "measure-me-well";
    /** As a person starts it; the launcher becomes the program. */
    static final List<String> LAUNCHED = List.of("./bmac", "run");
    /** The one file, with no option at all. */
    static final List<String> PLAIN =
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "target/bmac.jar");

    private static final String PAST = "--bmac.simulator.past=";

    private final Process process;
    public final int port;
    public final int brokerPort;
    final Duration untilReady;

    private Program(Process process, int port, int brokerPort, Duration untilReady) {
        this.process = process;
        this.port = port;
        this.brokerPort = brokerPort;
        this.untilReady = untilReady;
    }

    /** As {@link #start(List, Path, boolean, String...)}, as a person starts it. */
    static Program start(Path data, boolean demo) {
        return start(LAUNCHED, data, demo);
    }

    /**
     * Starts it and waits until {@code /health} says that it serves and the broker is linked; at most two minutes.
     *
     * @param more arguments of the program; without one of them the demonstration has no past
     */
    public static Program start(List<String> how, Path data, boolean demo, String... more) {
        try {
            int port = freePort();
            int brokerPort = freePort();
            List<String> command = new ArrayList<>(how);
            command.addAll(List.of("--server.port=" + port, "--bmac.data=" + data));
            command.addAll(List.of("--bmac.demo=" + demo, "--bmac.broker.embedded.port=" + brokerPort));
            command.addAll(List.of("--bmac.admin.password=" + PASSWORD, "--bmac.discovery.enabled=false"));
            command.addAll(List.of(more));
            if (Stream.of(more).noneMatch(argument -> argument.startsWith(PAST))) {
                command.add(PAST + "0d");
            }
            long began = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            data.resolveSibling(data.getFileName() + ".log").toFile())
                    .start();
            awaitReady(process, port);
            return new Program(process, port, brokerPort, Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** From the compiled classes, with what this JVM has on its class path besides tests; it has no front end. */
    public static List<String> compiled() {
        String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                PLAIN.getFirst(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                libraries,
                "org.bmac.BmacApplication",
                "--vaadin.productionMode=true");
    }

    /** Where nodes connect. */
    public URI broker() {
        return URI.create("mqtt://127.0.0.1:" + brokerPort);
    }

    /** Ends it as a power failure does (SIGKILL): it learns nothing of it. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    URI page(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Signs in as the first user, and waits for the map. */
    void signIn(Page tab) {
        tab.navigate(page("/login").toString());
        tab.locator("input[name=username][type=text]").fill("admin");
        tab.locator("input[name=password][type=password]").fill(PASSWORD);
        tab.locator("input[name=password][type=password]").press("Enter");
        tab.waitForURL(page("/").toString() + "**");
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Processor time of the process so far, of all its threads. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory of the process, in MiB, as the kernel counts it. */
    long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static Path emptyFolder() {
        try {
            return Files.createTempDirectory("bmac-bench");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void awaitReady(Process process, int port) {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .build();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                if (isUp(http, health)) {
                    return;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        process.destroy();
        throw new IllegalStateException("the program did not become ready");
    }

    private static boolean isUp(HttpClient http, HttpRequest health) {
        try {
            HttpResponse<String> answer = http.send(health, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"status\":\"up\"");
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
