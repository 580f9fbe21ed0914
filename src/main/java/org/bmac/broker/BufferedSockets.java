package org.bmac.broker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes sockets that read ahead. Paho asks the socket four times for each message otherwise, which costs more than all
 * the rest of its work.
 */
final class BufferedSockets extends SocketFactory {
    private static final int BYTES = 1 << 16;

    @Override
    public Socket createSocket() throws IOException {
        return open();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port), new InetSocketAddress(localAddress, localPort));
    }

    /** Small messages go at once: else each waits for the acknowledgement of the one before, which may take 40 ms. */
    private static Socket open() throws IOException {
        Socket socket = new BufferedSocket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from) throws IOException {
        Socket socket = open();
        socket.bind(from);
        socket.connect(to);
        return socket;
    }

    private static final class BufferedSocket extends Socket {
        private @Nullable InputStream ahead;

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            InputStream stream = ahead;
            if (stream == null) {
                stream = new ReadAhead(super.getInputStream());
                ahead = stream;
            }
            return stream;
        }
    }

    private static final class ReadAhead extends BufferedInputStream {
        ReadAhead(InputStream socket) {
            super(socket, BYTES);
        }

        /** What is in the buffer already; the socket is asked only when that is nothing. */
        @Override
        public synchronized int available() throws IOException {
            int here = count - pos;
            return here > 0 ? here : super.available();
        }
    }
}
