package org.bmac.firmware;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The port where firmware nodes fetch their images over plain HTTP. Off unless one is set. It takes a bounded number of
 * connections, a share of them from each address, and cuts off who says nothing, whose head does not come to an end, and who
 * takes too long over all; one request each.
 */
@Component
class ImageServer implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImageServer.class);
    private static final int BACKLOG = 50;
    /** After a failure that may stay for a while, such as too many open files. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final FirmwareSettings settings;
    private final ImageAnswers answers;
    private final ServerBounds bounds;
    private final Map<Socket, InetAddress> open = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("firmware-watch").factory());
    private volatile @Nullable ServerSocket server;

    @Autowired
    ImageServer(FirmwareSettings settings, ImageDoor door) {
        this(settings, new ImageAnswers(door), ServerBounds.USUAL);
    }

    ImageServer(FirmwareSettings settings, ImageAnswers answers, ServerBounds bounds) {
        this.settings = settings;
        this.answers = answers;
        this.bounds = bounds;
        watch.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void afterPropertiesSet() {
        if (settings.port() != 0) {
            InetSocketAddress address = settings.address().isEmpty()
                    ? new InetSocketAddress(settings.port())
                    : new InetSocketAddress(settings.address(), settings.port());
            try {
                listen(address);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "bmac.firmware.port is " + settings.port() + ", where nothing can be opened (" + e.getMessage()
                                + "); choose another with BMAC_FIRMWARE_PORT.",
                        e);
            }
            LOG.info("Nodes fetch their firmware at port {}", settings.port());
        }
    }

    /** @throws IOException when nothing can be opened there */
    void listen(InetSocketAddress address) throws IOException {
        ServerSocket made = new ServerSocket();
        try {
            made.bind(address, BACKLOG);
        } catch (IOException e) {
            made.close();
            throw e;
        }
        server = made;
        Thread.ofPlatform().daemon().name("firmware-port").start(() -> accept(made));
    }

    /** The port that is open; 0 when none is. */
    int port() {
        ServerSocket made = server;
        return made == null ? 0 : made.getLocalPort();
    }

    /** How many connections are open now. */
    int connections() {
        return open.size();
    }

    private void accept(ServerSocket made) {
        while (!made.isClosed()) {
            try {
                take(made.accept());
            } catch (IOException e) {
                if (!made.isClosed()) {
                    LOG.warn("A node could not connect to fetch its firmware: {}", e.getMessage());
                    LockSupport.parkNanos(PAUSE);
                }
            }
        }
    }

    /** On the one thread that accepts, so that nobody slips in between the counting and the adding. */
    private void take(Socket client) {
        InetAddress from = client.getInetAddress();
        long sameAddress = open.values().stream().filter(from::equals).count();
        if (open.size() >= bounds.connections() || sameAddress >= bounds.perAddress()) {
            LOG.debug("Too many connections to fetch firmware; one from {} is refused", from);
            close(client);
            return;
        }
        open.put(client, from);
        try {
            ScheduledFuture<?> head = closing(client, bounds.head().toMillis());
            ScheduledFuture<?> whole = closing(client, bounds.whole().toMillis());
            Thread.ofVirtual().name("firmware-", client.getPort()).start(() -> serve(client, head, whole));
        } catch (RejectedExecutionException _) {
            close(client);
        }
    }

    private ScheduledFuture<?> closing(Socket client, long millis) {
        return watch.schedule(() -> close(client), millis, TimeUnit.MILLISECONDS);
    }

    private void serve(Socket client, ScheduledFuture<?> head, ScheduledFuture<?> whole) {
        try {
            client.setSoTimeout((int) bounds.idle().toMillis());
            ImageRequest request =
                    ImageRequest.read(new BufferedInputStream(client.getInputStream()), bounds.headBytes());
            head.cancel(false);
            answers.answer(request, client);
        } catch (IOException e) {
            LOG.debug("A fetch of firmware from {} ended: {}", client.getInetAddress(), e.getMessage());
        } finally {
            head.cancel(false);
            whole.cancel(false);
            close(client);
        }
    }

    private void close(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("A connection could not be closed: {}", e.getMessage());
        }
        open.remove(client);
    }

    @Override
    public void destroy() throws IOException {
        ServerSocket made = server;
        if (made != null) {
            made.close();
        }
        watch.shutdownNow();
        open.keySet().forEach(this::close);
    }
}
