package org.bmac.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Mosquitto on a free port of the loopback, with its own configuration in a folder of its own. As a JUnit
 * extension it lives as long as the test class. A test fails, not skips, where Mosquitto is missing.
 */
public final class Mosquitto implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    private final int port = freePort();
    private final List<String> settings;
    private final Path folder;
    private @Nullable Process process;
    private boolean endsWithUs;

    /** @param settings more lines of its configuration; without any it lets everybody in */
    public Mosquitto(String... settings) {
        this.settings = settings.length == 0 ? List.of("allow_anonymous true") : List.of(settings);
        try {
            folder = Files.createTempDirectory("mosquitto");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("mqtt://127.0.0.1:" + port);
    }

    /** Its port. */
    public int port() {
        return port;
    }

    /** Its folder, for password files and the like. */
    public Path folder() {
        return folder;
    }

    /** Starts it, empty or with what it had saved, and waits until it listens. */
    public void start() {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException("these tests need Mosquitto at " + PROGRAM);
        }
        try {
            Path configuration = folder.resolve("mosquitto.conf");
            Files.writeString(
                    configuration,
                    "listener " + port + " 127.0.0.1\nmax_queued_messages 0\nmax_inflight_messages 0\nuser root\n"
                            + "log_type error\n" + String.join("\n", settings) + "\n");
            process = new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            endWithUs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::isListening);
    }

    /** Who shares one with an application context does not know when it is used last. */
    private void endWithUs() {
        if (!endsWithUs) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
            endsWithUs = true;
        }
    }

    /** Ends it, as an administrator would. */
    public void stop() {
        end(false);
    }

    /** Kills it. */
    public void kill() {
        end(true);
    }

    private void end(boolean hard) {
        Process running = process;
        if (running == null) {
            return;
        }
        if (hard) {
            running.destroyForcibly();
        } else {
            running.destroy();
        }
        try {
            if (!running.waitFor(10, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    private boolean isListening() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** A port on which nobody listens. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        stop();
    }
}
