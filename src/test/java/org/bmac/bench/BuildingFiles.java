package org.bmac.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The building file of 20 floors, 2,000 nodes and 10,000 points over REST: how long one program takes to write it and to find
 * that nothing in it is new, and an empty one to say what would be new, to take it, and to take other names for all nodes.
 *
 * <p>Arguments: {@code rounds=5}.
 */
final class BuildingFiles {
    private static final PrintStream OUT = System.out;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private BuildingFiles() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Asked.of(arguments).number("rounds", 5);
        Path data = Program.emptyFolder();
        LargeBuilding.write(data);
        byte[] file = new byte[0];
        try (Program full = Program.start(data, false)) {
            List<Double> took = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                long began = System.nanoTime();
                file = send(ask(full, "").GET().build());
                took.add(millisSince(began));
            }
            say("%.1f MB written".formatted(file.length / 1e6), took);
            say("a dry run in which all is the same", dryRuns(full, file, rounds));
        }
        try (Program empty = Program.start(Program.emptyFolder(), false)) {
            say("a dry run in which all is new", dryRuns(empty, file, rounds));
            say("the import of it", List.of(bring(empty, "?dryRun=false", file)));
            say("a dry run after it", dryRuns(empty, file, rounds));
            byte[] renamed = new String(file, StandardCharsets.UTF_8)
                    .replace("large-", "renamed-")
                    .getBytes(StandardCharsets.UTF_8);
            say("the import of other names for all nodes", List.of(bring(empty, "?dryRun=false&take=all", renamed)));
            OUT.printf(Locale.ROOT, "building file: %d MiB resident at the end%n", empty.residentMegabytes());
        }
    }

    private static List<Double> dryRuns(Program program, byte[] file, int rounds)
            throws IOException, InterruptedException {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            took.add(bring(program, "", file));
        }
        return took;
    }

    private static double bring(Program program, String query, byte[] file) throws IOException, InterruptedException {
        long began = System.nanoTime();
        byte[] answer = send(ask(program, query)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(file))
                .build());
        double took = millisSince(began);
        String words = new String(answer, StandardCharsets.UTF_8);
        OUT.println("building file: " + words.substring(0, Math.min(words.length(), 130)));
        return took;
    }

    private static HttpRequest.Builder ask(Program program, String query) {
        String pair = "admin:" + Program.PASSWORD;
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        URI address = program.page("/api/v1/building/file" + query);
        return HttpRequest.newBuilder(address).header("Authorization", "Basic " + encoded);
    }

    private static byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = CLIENT.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private static double millisSince(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static void say(String what, List<Double> millis) {
        OUT.println("building file: " + what + ": " + Figures.of(millis).inWords("ms"));
    }
}
