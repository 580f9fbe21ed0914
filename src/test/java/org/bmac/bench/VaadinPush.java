package org.bmac.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What {@link MapLatency} measures, once over the map's own stream and once over Vaadin push, each way in a program and a
 * browser of its own. The screens that use Vaadin push are laid beside the program as it was built.
 *
 * <p>Arguments: {@code ways=stream,spans,texts,call} and those of {@link MapLatency}; more than one screen only for the stream.
 */
final class VaadinPush {
    private static final PrintStream OUT = System.out;
    private static final String PROTOTYPE = "org/bmac/bench/pushed/";

    private VaadinPush() {}

    public static void main(String[] arguments) {
        Map<String, String> options = MapLatency.options(arguments);
        List<String> how = command(prototype());
        for (String name :
                List.of(options.getOrDefault("ways", "stream,spans,texts,call").split(",", -1))) {
            Way way = Way.valueOf(name.toUpperCase(Locale.ROOT));
            if (way != Way.STREAM && !"1".equals(options.get("screens"))) {
                throw new IllegalArgumentException(
                        "other screens can only be imitated on the stream; leave screens at 1");
            }
            OUT.println("--- " + name);
            MapLatency.measure(how, way, options);
        }
    }

    /** The program as the launcher starts it, with more on its class path. */
    private static List<String> command(Path addition) {
        Path fast = Path.of(".bmac", "fast").toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        if (Files.exists(fast.resolve("bmac.aot"))) {
            command.addAll(List.of("-XX:AOTCache=" + fast.resolve("bmac.aot"), "-Xlog:aot=off"));
        }
        command.addAll(
                List.of("-cp", fast.resolve("program", "bmac.jar") + ":" + addition, "org.bmac.BmacApplication"));
        return command;
    }

    /** A jar of the prototype alone; with entries for the folders, without which Spring does not look into them. */
    private static Path prototype() {
        Path classes = Path.of("target", "test-classes");
        Path jar = Program.emptyFolder().resolve("pushed.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes.resolve(PROTOTYPE))) {
            for (int slash = PROTOTYPE.indexOf('/'); slash >= 0; slash = PROTOTYPE.indexOf('/', slash + 1)) {
                out.putNextEntry(new JarEntry(PROTOTYPE.substring(0, slash + 1)));
            }
            for (Path file : files.toList()) {
                out.putNextEntry(new JarEntry(PROTOTYPE + file.getFileName()));
                Files.copy(file, out);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return jar;
    }
}
