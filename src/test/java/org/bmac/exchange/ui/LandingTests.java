package org.bmac.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTests {
    private static final int MOST = 200_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsAsLargeAsItMayBeComesWhole() throws IOException {
        Path file = folder.resolve("file");
        byte[] bytes = new byte[MOST];
        new Random(1).nextBytes(bytes);

        assertThat(Landing.isCopied(new ByteArrayInputStream(bytes), file, MOST))
                .isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void nothingIsWrittenBeyondTheLimit() throws IOException {
        Path file = folder.resolve("file");

        assertThat(Landing.isCopied(new ByteArrayInputStream(new byte[MOST + 1]), file, MOST))
                .isFalse();
        assertThat(Files.size(file)).isLessThanOrEqualTo(MOST);
        assertThat(Landing.tooLarge("a.csv", 5 << 20)).startsWith("a.csv is larger than 5 MB, which is the most.");
    }
}
