package org.bmac.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bmac.browser.Chromium;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.ZoneKind;
import org.bmac.point.Kind;

/**
 * A building of 20 floors, 2,000 nodes and 10,000 points, 300 of the nodes on its first floor: how long the program takes to
 * serve it, the map and the plan editor to open a floor, how many pictures a second a drag in the editor gets, how soon the
 * list of nodes is filtered, and how long a roll call of all takes.
 *
 * <p>Arguments: {@code rounds=10}.
 */
final class LargeBuilding {
    private static final PrintStream OUT = System.out;
    private static final int FLOORS = 20;
    private static final int NODES = 2_000;
    private static final int FIRST = 300;
    private static final int COLUMNS = 20;
    private static final int STEPS = 180;
    private static final List<Kind> KINDS =
            List.of(Kind.TEMPERATURE, Kind.HUMIDITY, Kind.PRESSURE, Kind.CO2, Kind.MOTION);

    /** Remembers when each picture was begun. */
    private static final String WATCH = """
            () => {
              window.pictures = [];
              window.watching = true;
              const look = at => { window.pictures.push(at); if (window.watching) requestAnimationFrame(look); };
              requestAnimationFrame(look);
            }""";

    private static final String WATCHED = "() => { window.watching = false; return window.pictures; }";

    private LargeBuilding() {}

    public static void main(String[] arguments) {
        int rounds = Asked.of(arguments).number("rounds", 10);
        Path data = Program.emptyFolder();
        write(data);
        try (Program program = Program.start(Program.LAUNCHED, data, false);
                Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            OUT.printf(
                    Locale.ROOT,
                    "large building: ready after %.1f s, %d MiB resident%n",
                    program.untilReady.toMillis() / 1000.0,
                    program.residentMegabytes());
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
            program.signIn(page);
            say("the editor opened on a floor", opening(program, page, "/editor/", "plan-editor .mark", rounds));
            say("another floor in the editor", switching(page, rounds));
            dragging(page);
            say("the list of nodes filtered", filtering(program, page, rounds));
            rollCall(program, page);
            say("the map opened on a floor", opening(program, page, "/floor/", "floor-map .cell", rounds));
            OUT.printf(Locale.ROOT, "large building: %d MiB resident at the end%n", program.residentMegabytes());
        }
    }

    /** Writes that building into a data folder on which no program runs. */
    static void write(Path data) {
        DataSource database = TestBuildings.databaseAt(data);
        Buildings buildings = TestBuildings.over(database, _ -> {});
        buildings.changeTogether(() -> {
            buildings.rename("Twenty floors");
            List<FloorId> floors = new ArrayList<>();
            for (int level = 0; level < FLOORS; level++) {
                floors.add(floor(buildings, level));
            }
            for (int i = 0; i < NODES; i++) {
                int level = i < FIRST ? 0 : 1 + (i - FIRST) % (FLOORS - 1);
                node(buildings, floors.get(level), i, i < FIRST ? i : (i - FIRST) / (FLOORS - 1));
            }
        });
        TestBuildings.close(database);
    }

    /** Twenty rooms in two rows. */
    private static FloorId floor(Buildings buildings, int level) {
        FloorId floor = buildings.addFloor("Floor " + level, level, 2400, 1200, TestBuildings.blankPlan());
        for (int room = 0; room < COLUMNS; room++) {
            double left = room % 10 / 10.0;
            double top = room < 10 ? 0 : 0.5;
            buildings.addZone(
                    floor,
                    "Room %d.%02d".formatted(level, room),
                    ZoneKind.OFFICE,
                    List.of(
                            new Spot(left, top),
                            new Spot(left + 0.1, top),
                            new Spot(left + 0.1, top + 0.5),
                            new Spot(left, top + 0.5)));
        }
        return floor;
    }

    private static void node(Buildings buildings, FloorId floor, int index, int place) {
        String location = "large-" + index;
        Node node = buildings.addNode(uid(index), location, Dialect.FIRMWARE, 1);
        double x = (place % COLUMNS + 0.5) / COLUMNS;
        int row = place / COLUMNS;
        double y = (row + 0.5) / 15;
        buildings.assign(node.id(), location, 1, new Placement(floor, new Spot(x, y)));
        KINDS.forEach(kind -> buildings.ensurePoint(node.id(), kind, 0));
    }

    private static String uid(int index) {
        return "1a0000%06x".formatted(index);
    }

    /** From the asking for the page to its first markers; the floors in turn. */
    private static List<Double> opening(Program program, Page page, String path, String marker, int rounds) {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long began = System.nanoTime();
            page.navigate(program.page(path + (1 + i % FLOORS)).toString());
            page.locator(marker).first().waitFor();
            took.add((System.nanoTime() - began) / 1e6);
        }
        return took;
    }

    /** From the press on its name to a picture with its markers, by the page's own clock. */
    private static List<Double> switching(Page page, int rounds) {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            String name = "Floor " + (i % 2 == 0 ? 0 : 1 + i % (FLOORS - 1));
            Object millis = page.evaluate("""
                    name => new Promise(resolve => {
                      const editor = document.querySelector('plan-editor').shadowRoot;
                      const button = [...editor.querySelectorAll('button')].find(each => each.textContent.trim() === name);
                      const began = performance.now();
                      button.click();
                      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
                    })""", name);
            if (i > 0 && millis instanceof Number number) {
                took.add(number.doubleValue());
            }
        }
        return took;
    }

    private static void dragging(Page page) {
        page.evaluate("""
                () => [...document.querySelector('plan-editor').shadowRoot.querySelectorAll('button')]
                  .find(each => each.textContent.trim() === 'Floor 0')?.click()""");
        page.locator("plan-editor .mark").nth(FIRST - 1).waitFor();
        BoundingBox mark = page.locator("plan-editor .mark").nth(150).boundingBox();
        double x = mark.x + mark.width / 2;
        double y = mark.y + mark.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.evaluate(WATCH);
        for (int step = 0; step < STEPS; step++) {
            page.mouse().move(x + 150 * Math.sin(step / 20.0), y + 100 * Math.sin(step / 13.0));
        }
        List<?> pictures = (List<?>) page.evaluate(WATCHED);
        page.mouse().up();
        List<Double> between = new ArrayList<>();
        for (int i = 1; i < pictures.size(); i++) {
            between.add(((Number) pictures.get(i)).doubleValue() - ((Number) pictures.get(i - 1)).doubleValue());
        }
        say("between two pictures of a drag over " + FIRST + " markers", between);
    }

    /** From a name typed as a whole to the row of that node, by the page's own clock; a node's place in the list in turn. */
    private static List<Double> filtering(Program program, Page page, int rounds) {
        page.navigate(program.page("/nodes").toString());
        page.locator(".node-table tbody tr").nth(99).waitFor();
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < 2 * rounds; i++) {
            Object millis = page.evaluate("""
                    name => new Promise(resolve => {
                      const words = document.querySelector('.nodes-filter vaadin-text-field');
                      const began = performance.now();
                      const look = () => {
                        const rows = document.querySelectorAll('.node-table tbody tr');
                        if (rows.length === 1 && rows[0].textContent.includes(name)) {
                          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
                        } else {
                          requestAnimationFrame(look);
                        }
                      };
                      words.inputElement.value = name;
                      words.inputElement.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
                      look();
                    })""", "large-" + (1_999 - 37 * i));
            if (i > 0 && millis instanceof Number number) {
                took.add(number.doubleValue());
            }
        }
        return took;
    }

    /** Each node on a connection of its own; as the page says it. */
    private static void rollCall(Program program, Page page) {
        List<String> uids =
                IntStream.range(0, NODES).mapToObj(LargeBuilding::uid).toList();
        try (Crowd crowd = Crowd.of(uids, program.broker())) {
            for (int i = 0; i < 3; i++) {
                page.navigate(program.page("/nodes").toString());
                page.getByText("Roll call").click();
                Locator words = page.locator(".roll-call [role=status]");
                words.getByText("nodes answered, the last")
                        .or(words.getByText("These did not"))
                        .waitFor();
                OUT.println("large building: roll call over " + crowd.size() + " connections: " + words.textContent());
            }
        }
    }

    private static void say(String what, List<Double> millis) {
        OUT.println("large building: " + what + ": " + Figures.of(millis).inWords("ms"));
    }
}
