package org.bmac.firmware;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.bmac.point.Bytes;

/** Images as the boot loader wants them, with a text for a program. */
public final class TestImages {
    private static final int BLOCK = 16;

    private TestImages() {}

    /** For an ESP8266; a simulated node that runs it says this version. */
    public static Bytes esp8266(String version) {
        return image(version, 8);
    }

    /** For one of the ESP32 family. */
    static Bytes esp32(String version) {
        return image(version, 24);
    }

    /** With a section before it that stays in flash. */
    static Bytes withFlash(String version) {
        byte[] flash = "in flash".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {(byte) 0xea, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) flash.length, 0, 0, 0});
        all.writeBytes(flash);
        all.writeBytes(esp8266(version).toArray());
        return Bytes.wrap(all.toByteArray());
    }

    private static Bytes image(String version, int header) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {(byte) 0xe9, 2});
        all.writeBytes(new byte[header - 2]);
        int sum = 0xef;
        for (String part : new String[] {"a program for tests, version=" + version + ";", "its constants"}) {
            byte[] data = part.getBytes(StandardCharsets.US_ASCII);
            all.writeBytes(new byte[] {0, 0, 0x10, 0x40, (byte) data.length, 0, 0, 0});
            all.writeBytes(data);
            for (byte each : data) {
                sum ^= each & 0xff;
            }
        }
        while (all.size() % BLOCK != BLOCK - 1) {
            all.write(0);
        }
        all.write(sum);
        return Bytes.wrap(all.toByteArray());
    }
}
