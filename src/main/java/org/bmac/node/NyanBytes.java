package org.bmac.node;

import java.io.ByteArrayOutputStream;
import org.bmac.point.Bytes;

/** Bytes one behind the other. */
final class NyanBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    NyanBytes add(Bytes bytes) {
        out.writeBytes(bytes.toArray());
        return this;
    }

    Bytes all() {
        return Bytes.wrap(out.toByteArray());
    }
}
