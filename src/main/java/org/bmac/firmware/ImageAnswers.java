package org.bmac.firmware;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bmac.point.Bytes;

/**
 * What firmware nodes are answered, as they have asked since ever: any path, with {@code uid=} in the query. Only so many
 * images are in memory at the same time.
 */
class ImageAnswers {
    private static final int AT_ONCE = 16;
    private static final int REST = 4_096;

    private final ImageDoor door;
    private final Semaphore room = new Semaphore(AT_ONCE);

    ImageAnswers(ImageDoor door) {
        this.door = door;
    }

    /** @throws IOException when the client does not take it */
    void answer(ImageRequest request, Socket client) throws IOException {
        switch (request) {
            case ImageRequest.Bad(int status, String words) -> say(client, status, words);
            case ImageRequest.Image(String uid) -> {
                if (room.tryAcquire()) {
                    try {
                        give(client, uid);
                    } finally {
                        room.release();
                    }
                } else {
                    say(client, 503, "Too many nodes fetch at the same time.");
                }
            }
        }
    }

    private void give(Socket client, String uid) throws IOException {
        Optional<ImageDoor.Handout> found = door.of(uid);
        Optional<Bytes> content = found.flatMap(door::content);
        if (found.isEmpty() || content.isEmpty()) {
            say(client, 404, "There is no firmware for this node.");
            return;
        }
        send(client, 200, "application/octet-stream", content.get().toArray());
        door.given(found.get());
    }

    private static void say(Socket client, int status, String words) throws IOException {
        send(client, status, "text/plain; charset=utf-8", (words + "\n").getBytes(StandardCharsets.UTF_8));
        client.shutdownOutput();
        // What it still says is read over: closing while bytes wait would take the answer back.
        client.getInputStream().readNBytes(REST);
    }

    private static void send(Socket client, int status, String type, byte[] body) throws IOException {
        String head = "HTTP/1.1 " + status + ' ' + reason(status) + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length + (status == 503 ? "\r\nRetry-After: 30" : "") + "\r\nConnection: close\r\n\r\n";
        OutputStream out = client.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 431 -> "Request Header Fields Too Large";
            default -> "Service Unavailable";
        };
    }
}
