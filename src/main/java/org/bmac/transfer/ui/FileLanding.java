package org.bmac.transfer.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bmac.transfer.Transfers;

/** Takes what is uploaded into memory; of what is too large, or does not come whole, nothing stays. */
class FileLanding implements UploadHandler {
    private static final long serialVersionUID = 1;

    private final transient BiConsumer<String, byte[]> whole;
    private final transient Consumer<String> refused;

    /**
     * @param whole is told the name that the file has elsewhere, and what is in it
     * @param refused is told why it is not, in a sentence
     */
    FileLanding(BiConsumer<String, byte[]> whole, Consumer<String> refused) {
        this.whole = whole;
        this.refused = refused;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        if (event.getFileSize() > Transfers.MOST_BYTES) {
            refuse(event, tooLarge(event.getFileName()));
            return;
        }
        byte[] file;
        try (InputStream from = event.getInputStream()) {
            file = from.readNBytes(Transfers.MOST_BYTES + 1);
        } catch (IOException e) {
            refuse(event, event.getFileName() + " did not arrive whole. Nothing was changed.");
            return;
        }
        if (file.length > Transfers.MOST_BYTES) {
            refuse(event, tooLarge(event.getFileName()));
        } else {
            whole.accept(event.getFileName(), file);
        }
    }

    private void refuse(UploadEvent event, String sentence) {
        refused.accept(sentence);
        event.reject(sentence);
    }

    /** For people. */
    static String tooLarge(String name) {
        return name + " is larger than " + (Transfers.MOST_BYTES >> 20)
                + " MB, which is the most. Nothing was changed. Bring the floors one by one.";
    }
}
