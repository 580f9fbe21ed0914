package org.bmac.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network cable between a client and a broker, which a test cuts and mends. */
final class Wire implements AutoCloseable {
    private final ServerSocket entrance;
    private final URI target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean mute;

    Wire(URI target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("wire").start(this::accept);
    }

    /** The end that a client connects to. */
    URI uri() {
        return URI.create(target.getScheme() + "://127.0.0.1:" + entrance.getLocalPort());
    }

    /** Breaks all connections; new ones are closed at once. */
    void cut() {
        cut = true;
        open.forEach(Wire::close);
        open.clear();
    }

    /** What the client sends gets lost from now on; nobody notices. */
    void mute() {
        mute = true;
    }

    /** Lets connections through again, and what they carry. */
    void mend() {
        mute = false;
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                join(entrance.accept());
            } catch (IOException _) {
                // the entrance was closed
            }
        }
    }

    private void join(Socket client) {
        if (cut) {
            close(client);
            return;
        }
        try {
            Socket broker = new Socket(target.getHost(), target.getPort());
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            open.add(client);
            open.add(broker);
            Thread.ofVirtual().start(() -> pump(client, broker, true));
            Thread.ofVirtual().start(() -> pump(broker, client, false));
        } catch (IOException _) {
            // the broker is away
            close(client);
        }
    }

    private void pump(Socket from, Socket to, boolean ofClient) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!mute || !ofClient) {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException _) {
            // cut
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // closed already
        }
    }
}
