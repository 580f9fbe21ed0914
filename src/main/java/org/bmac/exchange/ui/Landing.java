package org.bmac.exchange.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is uploaded into a file for the time being; of what is too large, or does not come whole, nothing stays. */
class Landing implements UploadHandler {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Landing.class);
    private static final int PIECE = 1 << 16;

    private final long largest;
    private final transient BiConsumer<String, File> whole;
    private final transient Consumer<String> refused;

    /**
     * @param largest in bytes
     * @param whole is told the name that the file has elsewhere, and where it is now, to be deleted by who is told
     * @param refused is told why it is not, in a sentence
     */
    Landing(long largest, BiConsumer<String, File> whole, Consumer<String> refused) {
        this.largest = largest;
        this.whole = whole;
        this.refused = refused;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        if (event.getFileSize() > largest) {
            refuse(event, tooLarge(event.getFileName(), largest));
            return;
        }
        Path file = Files.createTempFile("bmac-import", ".part");
        boolean landed = false;
        try (InputStream from = event.getInputStream()) {
            landed = isCopied(from, file, largest);
            if (!landed) {
                refuse(event, tooLarge(event.getFileName(), largest));
            }
        } catch (IOException e) {
            LOG.info("{} did not arrive: {}", event.getFileName(), e.getMessage());
            refuse(event, event.getFileName() + " did not arrive whole. Nothing was imported.");
        } finally {
            if (!landed) {
                Files.deleteIfExists(file);
            }
        }
        if (landed) {
            whole.accept(event.getFileName(), file.toFile());
        }
    }

    private void refuse(UploadEvent event, String sentence) {
        refused.accept(sentence);
        event.reject(sentence);
    }

    /** False when there is more than that. */
    static boolean isCopied(InputStream from, Path file, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long copied = 0;
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int some = from.read(piece); some >= 0; some = from.read(piece)) {
                copied += some;
                if (copied > most) {
                    return false;
                }
                to.write(piece, 0, some);
            }
        }
        return true;
    }

    /** For people. */
    static String tooLarge(String name, long largest) {
        return name + " is larger than " + (largest >> 20)
                + " MB, which is the most. Nothing was imported. Pack it with" + " gzip, or import it in parts.";
    }
}
