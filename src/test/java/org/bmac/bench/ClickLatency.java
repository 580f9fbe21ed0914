package org.bmac.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.bmac.browser.Chromium;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.node.Channel;
import org.bmac.point.Kind;
import org.bmac.simulator.SimulatedNode;

/**
 * From a click on a relay's button in a real browser to "Confirmed" painted beside it, while 200 sensors talk. The node
 * answers at once; everything between is the program as it runs. Times by the page's own clock.
 *
 * <p>Arguments: {@code rate=1000 seconds=60 warm=20}, the rate that of the sensors.
 */
final class ClickLatency {
    private static final PrintStream OUT = System.out;
    private static final String UID = "be5c00000001";
    private static final Channel RELAY = new Channel(1, Kind.RELAY, true, true, Duration.ZERO);

    /** Clicks whichever button is not pressed, and waits until its outcome has been painted; then rests a little. */
    private static final String CLICKS = """
            milliseconds => new Promise(resolve => {
              const end = performance.now() + milliseconds, took = [];
              const control = () => document.querySelector('point-panel')?.shadowRoot
                  ?.querySelector('point-control')?.shadowRoot;
              const next = () => control()?.querySelector('.buttons button[aria-pressed="false"]:not([disabled])');
              const click = () => {
                const button = next();
                if (performance.now() > end) { resolve(took); return; }
                if (!button) { setTimeout(click, 20); return; }
                const wanted = button.textContent.trim().endsWith('on') ? 'Confirmed: on' : 'Confirmed: off';
                const began = performance.now();
                const seen = () => {
                  if (!control().querySelector('.said')?.textContent.includes(wanted)) return;
                  watch.disconnect();
                  clearTimeout(late);
                  requestAnimationFrame(() => setTimeout(() => {
                    took.push(performance.now() - began);
                    setTimeout(click, 150 + Math.random() * 100);
                  }));
                };
                const watch = new MutationObserver(seen);
                watch.observe(control(), {subtree: true, childList: true, characterData: true});
                const late = setTimeout(() => { watch.disconnect(); took.push(null); click(); }, 10000);
                button.click();
              };
              click();
            })""";

    private ClickLatency() {}

    public static void main(String[] arguments) {
        Map<String, String> options = MapLatency.options(arguments);
        Path data = Program.emptyFolder();
        TwoHundredPoints building = TwoHundredPoints.writtenTo(data);
        int relay = addRelay(data);
        int rate = Integer.parseInt(options.getOrDefault("rate", "1000"));
        try (Program program = Program.start(Program.LAUNCHED, data, false);
                Traffic traffic = Traffic.to(program.broker());
                SimulatedNode node = SimulatedNode.bmac5(program.broker(), UID, List.of(RELAY), Clock.systemUTC());
                Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            while (!node.connected()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
            program.signIn(page);
            page.navigate(program.page("/?point=" + relay).toString());
            clicks(page, program, traffic, building, rate, Integer.parseInt(options.getOrDefault("warm", "20")));
            clicks(page, program, traffic, building, rate, Integer.parseInt(options.getOrDefault("seconds", "60")));
        }
        System.exit(0); // a node that has gone keeps threads for as long as its session may last
    }

    private static int addRelay(Path data) {
        DataSource database = TestBuildings.databaseAt(data);
        Buildings buildings = TestBuildings.over(database, _ -> {});
        Node node = buildings.addNode(UID, UID, Dialect.BMAC5, 0);
        buildings.assign(
                node.id(),
                UID,
                0,
                new Placement(buildings.current().floors().getFirst().id(), new Spot(0.5, 0.02)));
        int relay = buildings
                .ensurePoint(node.id(), Kind.RELAY, RELAY.number(), true, Duration.ZERO)
                .id()
                .number();
        TestBuildings.close(database);
        return relay;
    }

    @SuppressWarnings("unchecked")
    private static void clicks(
            Page page, Program program, Traffic traffic, TwoHundredPoints building, int rate, int seconds) {
        Effort before = Effort.now(program);
        CompletableFuture<?> sending = CompletableFuture.runAsync(() -> traffic.send(building, rate, seconds + 1));
        List<Object> took = (List<Object>) page.evaluate(CLICKS, seconds * 1000);
        sending.join();
        List<Double> millis = took.stream()
                .filter(Number.class::isInstance)
                .map(each -> ((Number) each).doubleValue())
                .toList();
        OUT.printf(
                Locale.ROOT,
                "click to confirmed, %d messages/s beside it, %d s: %s, unanswered %d%n",
                rate,
                seconds,
                Figures.of(millis).inWords("ms"),
                took.size() - millis.size());
        OUT.println("        " + Effort.now(program).since(before).inWords());
    }
}
