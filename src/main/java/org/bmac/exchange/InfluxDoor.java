package org.bmac.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Brings lines to an InfluxDB, packed, and understands its answer. For one thread. */
final class InfluxDoor implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int SAID = 200;

    private final InfluxSettings settings;
    private final Duration patience;
    private final HttpClient client;

    /** @param patience how long an answer may take */
    InfluxDoor(InfluxSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    InfluxAnswer bring(List<String> lines) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.target())
                .timeout(patience)
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed(lines)));
        if (!settings.token().isEmpty()) {
            request.header("Authorization", "Token " + settings.token());
        }
        try {
            return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (HttpTimeoutException _) {
            return later("no answer within " + patience.toSeconds() + " s");
        } catch (ConnectException _) {
            return later("it cannot be reached");
        } catch (IOException e) {
            return later("the connection broke: " + e.getMessage());
        }
    }

    private static InfluxAnswer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        String said = "answer " + status + said(response.body());
        if (status / 100 == 2) {
            return new InfluxAnswer.Taken();
        }
        return switch (status) {
            case 400, 413, 422 -> new InfluxAnswer.Refused(said);
            case 401, 403 -> later("it refuses the token, " + said);
            case 404 -> later("it knows no such bucket or database, " + said);
            default -> new InfluxAnswer.Later(said, after(response));
        };
    }

    private static InfluxAnswer.Later later(String reason) {
        return new InfluxAnswer.Later(reason, Duration.ZERO);
    }

    private static String said(String body) {
        String plain = body.replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? "" : ": " + (plain.length() <= SAID ? plain : plain.substring(0, SAID) + "…");
    }

    private static Duration after(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(after -> after.compareTo(LONGEST) > 0 ? LONGEST : after)
                .orElse(Duration.ZERO);
    }

    private static byte[] packed(List<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            for (String line : lines) {
                packing.write(line.getBytes(StandardCharsets.UTF_8));
                packing.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
