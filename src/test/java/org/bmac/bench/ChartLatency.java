package org.bmac.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bmac.browser.Chromium;

/**
 * From a click on a span of a chart in a real browser to that span painted, over the demonstration's past of 400 days, while
 * its nodes talk. Times by the page's own clock; each span is asked anew from the server.
 *
 * <p>Arguments: {@code rounds=40 warm=10 point=1}.
 */
final class ChartLatency {
    private static final PrintStream OUT = System.out;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    /** What the buttons say. */
    private static final List<String> SPANS = List.of("Last 24 hours", "Last 30 days", "Last year");

    /** Clicks in turn on the span and on that of eight hours; takes how long the span took. */
    private static final String CLICKS = """
            ([words, rounds]) => new Promise(resolve => {
              const deep = (root, found) => {
                for (const element of root.querySelectorAll('*')) {
                  if (found(element)) return element;
                  const inner = element.shadowRoot && deep(element.shadowRoot, found);
                  if (inner) return inner;
                }
                return null;
              };
              const button = name => deep(document, element => element.tagName === 'BUTTON'
                  && (element.getAttribute('aria-label') ?? element.textContent).trim() === name);
              const figure = () => deep(document, element => element.tagName === 'FIGURE');
              const took = [];
              const press = (name, then) => {
                const width = figure().dataset.width, began = performance.now();
                button(name).click();
                const look = () => {
                  if (figure().dataset.width === width || figure().dataset.buckets === '0') {
                    if (performance.now() - began > 20000) { then(null); return; }
                    requestAnimationFrame(look);
                    return;
                  }
                  requestAnimationFrame(() => setTimeout(() => then(performance.now() - began)));
                };
                look();
              };
              const round = () => {
                if (took.length === rounds) { resolve(took); return; }
                press('Last 8 hours', () => setTimeout(() => press(words, millis => {
                  took.push(millis);
                  setTimeout(round, 200);
                }), 300));
              };
              round();
            })""";

    private ChartLatency() {}

    public static void main(String[] arguments) throws IOException {
        Asked asked = Asked.of(arguments);
        int rounds = asked.number("rounds", 40);
        int warm = asked.number("warm", 10);
        Path data = Program.emptyFolder();
        try (Program program = Program.start(Program.LAUNCHED, data, true, "--bmac.simulator.past=400d");
                Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            awaitPast(data);
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
            program.signIn(page);
            page.navigate(program.page("/history/" + asked.word("point", "1") + "?span=PT8H")
                    .toString());
            page.locator("figure[data-width]:not([data-width='0'])").waitFor();
            for (String span : SPANS) {
                clicks(page, span, warm);
                Effort before = Effort.now(program);
                OUT.println("click to drawn, " + span + ": " + clicks(page, span, rounds));
                OUT.println("        " + Effort.now(program).since(before).inWords());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static String clicks(Page page, String span, int rounds) {
        List<Object> took = (List<Object>) page.evaluate(CLICKS, List.of(span, rounds));
        List<Double> millis = took.stream()
                .filter(Number.class::isInstance)
                .map(each -> ((Number) each).doubleValue())
                .toList();
        return Figures.of(millis).inWords("ms") + ", never " + (took.size() - millis.size());
    }

    private static void awaitPast(Path data) throws IOException {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        long until = System.nanoTime() + PATIENCE;
        while (!Files.readString(log).contains("past is made")) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the past is not made in time");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }
}
