package org.bmac.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bmac.browser.Chromium;

/**
 * From the moment a node publishes to the moment the text on the map in a real browser has changed, with 200 points on
 * one floor. Four probes a second, each with a text of its own, travel among a background of other messages; a
 * MutationObserver in the page notes when each text stands there. Both clocks are this machine's.
 *
 * <p>Arguments: {@code rates=200,1000 seconds=20 screens=1}; {@code trace=FILE traced=200} adds a trace of the browser at
 * that rate. With more than one screen, the others are clients of the same stream that answer as a browser does.
 */
final class MapLatency {
    private static final PrintStream OUT = System.out;

    /** Vaadin's push client tells the console of each message, which would all go through the browser's driver. */
    private static final String SILENCE = "console.log = console.debug = console.info = () => {}";

    private final Program program;
    private final Traffic traffic;
    private final TwoHundredPoints building;
    private final Way way;

    private MapLatency(Program program, Traffic traffic, TwoHundredPoints building, Way way) {
        this.program = program;
        this.traffic = traffic;
        this.building = building;
        this.way = way;
    }

    public static void main(String[] arguments) {
        measure(Program.LAUNCHED, Way.STREAM, options(arguments));
    }

    /** What was asked for in place of the defaults. */
    static Map<String, String> options(String[] arguments) {
        Map<String, String> options =
                new HashMap<>(Map.of("rates", "200,1000,2000,10000", "seconds", "60", "screens", "1"));
        for (String argument : arguments) {
            options.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        return options;
    }

    /** Starts the program this way on a folder of its own, and prints each round. */
    static void measure(List<String> how, Way way, Map<String, String> options) {
        Path data = Program.emptyFolder();
        TwoHundredPoints building = TwoHundredPoints.writtenTo(data);
        try (Program program = Program.start(how, data, false);
                Traffic traffic = Traffic.to(program.broker())) {
            new MapLatency(program, traffic, building, way).measure(options);
        }
    }

    private void measure(Map<String, String> options) {
        int screens = Integer.parseInt(options.getOrDefault("screens", "1"));
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1920, 1080));
            context.addInitScript(SILENCE);
            Page page = context.newPage();
            program.signIn(page);
            page.navigate(program.page(way.page).toString());
            page.evaluate(way.watch(), building.probeId());
            try (OtherScreens _ = OtherScreens.open(program, context.cookies(), screens - 1)) {
                if (options.containsKey("trace")) {
                    trace(browser, page, options.get("trace"), Integer.parseInt(options.getOrDefault("traced", "200")));
                }
                for (String rate : List.of(options.getOrDefault("rates", "200").split(",", -1))) {
                    round(
                            page,
                            Integer.parseInt(rate),
                            Integer.parseInt(options.getOrDefault("seconds", "20")),
                            screens);
                }
            }
        }
    }

    /** What the browser does in five seconds after ten to warm up, to be read by its developer tools. */
    private void trace(Browser browser, Page page, String file, int rate) {
        round(page, rate, 10, 1);
        browser.startTracing(page, new Browser.StartTracingOptions().setPath(Path.of(file)));
        round(page, rate, 5, 1);
        browser.stopTracing();
    }

    private void round(Page page, int rate, int seconds, int screens) {
        page.evaluate("window.bmacSeen = []");
        Effort before = Effort.now(program);
        Map<String, Double> sent = traffic.send(building, rate, seconds);
        Effort effort = Effort.now(program).since(before);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        Map<String, Double> seen = seenBy(page);
        List<Double> latencies = new ArrayList<>();
        int missed = 0;
        for (Map.Entry<String, Double> probe : sent.entrySet()) {
            Double at = seen.get(probe.getKey());
            if (at == null) {
                missed++;
            } else {
                latencies.add(at - probe.getValue());
            }
        }
        OUT.printf(
                Locale.ROOT,
                "%6d messages/s, %d screens, %d s: %s, missed %d, unsent %d, server %d MiB%n",
                rate,
                screens,
                seconds,
                Figures.of(latencies).inWords("ms"),
                missed,
                traffic.unsent(),
                program.residentMegabytes());
        OUT.println("        " + effort.inWords());
        halves(sent, seen);
    }

    /** Says whether it stays flat: the median of the first and of the last quarter of the time. */
    private static void halves(Map<String, Double> sent, Map<String, Double> seen) {
        List<Map.Entry<String, Double>> inOrder =
                sent.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        int quarter = Math.max(1, inOrder.size() / 4);
        OUT.printf(
                Locale.ROOT,
                "        first quarter: %s%n        last quarter:  %s%n",
                latencies(inOrder.subList(0, quarter), seen).inWords("ms"),
                latencies(inOrder.subList(inOrder.size() - quarter, inOrder.size()), seen)
                        .inWords("ms"));
    }

    private static Figures latencies(List<Map.Entry<String, Double>> sent, Map<String, Double> seen) {
        List<Double> latencies = new ArrayList<>();
        for (Map.Entry<String, Double> probe : sent) {
            Double at = seen.get(probe.getKey());
            if (at != null) {
                latencies.add(at - probe.getValue());
            }
        }
        return Figures.of(latencies);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Double> seenBy(Page page) {
        Map<String, Double> seen = new HashMap<>();
        for (List<Object> entry : (List<List<Object>>) page.evaluate("window.bmacSeen")) {
            seen.putIfAbsent((String) entry.get(0), ((Number) entry.get(1)).doubleValue());
        }
        return seen;
    }
}
