package org.bmac.firmware;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client of the port for images asks, by the first line of its request; the other lines are read over. */
sealed interface ImageRequest {
    /** The image of the node with this UID, in either case. */
    record Image(String uid) implements ImageRequest {}

    /** Something that there is no answer to, and why. */
    record Bad(int status, String words) implements ImageRequest {}

    Pattern LINE = Pattern.compile("([A-Z]+) ([^ ]+) HTTP/1\\.[01]");
    Pattern UID = Pattern.compile("[?&]uid=([0-9a-fA-F]{12})(?:[&#]|$)");

    /**
     * Reads up to the empty line.
     *
     * @param most bytes until there
     * @throws IOException when the connection ends before, or nothing comes in time
     */
    static ImageRequest read(InputStream in, int most) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lineLength = 0;
        int firstLine = -1;
        while (head.size() < most) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the request was not whole");
            }
            head.write(next);
            if (next != '\n') {
                lineLength += next == '\r' ? 0 : 1;
                continue;
            }
            if (firstLine < 0) {
                firstLine = head.size();
            } else if (lineLength == 0) {
                return of(head.toString(StandardCharsets.ISO_8859_1)
                        .substring(0, firstLine)
                        .strip());
            }
            lineLength = 0;
        }
        return new Bad(431, "A request has up to " + most + " bytes here.");
    }

    private static ImageRequest of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return new Bad(400, "This is no request of HTTP/1.1.");
        }
        if (!parts.group(1).equals("GET")) {
            return new Bad(405, "Images are fetched with GET.");
        }
        Matcher uid = UID.matcher(parts.group(2));
        return uid.find() ? new Image(uid.group(1)) : new Bad(400, "Which node? Say ?uid= and its 12 digits.");
    }
}
