package org.bmac.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bmac.broker.Outgoing;
import org.bmac.point.Bytes;

/**
 * A publisher of MQTT 3.1.1 at QoS 1 that takes next to no processor time itself, as it shares the machine with what it
 * measures: it knows CONNECT, PUBLISH, PUBACK and DISCONNECT and nothing else (OASIS MQTT 3.1.1, sections 3.1 to 3.4). One
 * thread writes, another one reads.
 */
final class Pipe implements AutoCloseable {
    private static final int CONNECT = 0x10;
    private static final int PUBLISH_ONCE = 0x32;
    private static final int PUBACK = 0x40;
    private static final int DISCONNECT = 0xE0;
    private static final int CLEAN = 0x02;
    private static final int MOST_UNDER_WAY = 2_000;
    private static final int IDENTIFIERS = 60_000;
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private final AtomicLong taken = new AtomicLong();
    private int identifier;

    private Pipe(Socket socket) throws IOException {
        this.socket = socket;
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
    }

    /** Connects; the broker must accept. */
    static Pipe to(URI broker, String clientId) {
        try {
            Pipe pipe = new Pipe(new Socket(broker.getHost(), broker.getPort()));
            pipe.connect(clientId);
            Thread.ofPlatform().daemon().name(clientId).start(pipe::read);
            return pipe;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many messages the broker has acknowledged. */
    long taken() {
        return taken.get();
    }

    /** Waits while too many are not acknowledged; what was published goes out with the next {@link #flush}. */
    void publish(Outgoing message) throws InterruptedException {
        try {
            if (!room.tryAcquire()) {
                out.flush();
                if (!room.tryAcquire(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("the broker takes nothing any more");
                }
            }
            byte[] topic = message.topic().getBytes(StandardCharsets.UTF_8);
            Bytes payload = message.payload();
            out.write(PUBLISH_ONCE);
            writeLength(2 + topic.length + 2 + payload.length());
            out.writeShort(topic.length);
            out.write(topic);
            identifier = identifier % IDENTIFIERS + 1;
            out.writeShort(identifier);
            out.write(payload.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends what waits. */
    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Socket _ = socket) {
            out.write(DISCONNECT);
            out.write(0);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect(String clientId) throws IOException {
        byte[] name = clientId.getBytes(StandardCharsets.UTF_8);
        out.write(CONNECT);
        writeLength(12 + name.length);
        out.writeShort(4);
        out.writeBytes("MQTT");
        out.write(4);
        out.write(CLEAN);
        out.writeShort(0);
        out.writeShort(name.length);
        out.write(name);
        out.flush();
        byte[] answer = in.readNBytes(4);
        if (answer.length < 4 || answer[3] != 0) {
            throw new IOException("the broker does not accept " + clientId);
        }
    }

    private void writeLength(int length) throws IOException {
        int rest = length;
        do {
            out.write(rest >= 128 ? rest % 128 | 128 : rest);
            rest /= 128;
        } while (rest > 0);
    }

    private void read() {
        try {
            while (true) {
                int type = in.readUnsignedByte();
                in.skipNBytes(in.readUnsignedByte());
                if (type == PUBACK) {
                    taken.incrementAndGet();
                    room.release();
                }
            }
        } catch (EOFException | SocketException _) {
            // Closed, by us or by the broker; who publishes learns of it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
