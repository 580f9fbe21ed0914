package org.bmac.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bmac.browser.Chromium;

/** Resident memory of the server with the demonstration: alone, and with ten maps open in a browser for a while. */
final class Memory {
    private static final PrintStream OUT = System.out;

    private Memory() {}

    public static void main(String[] arguments) {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        Path data = Program.emptyFolder();
        try (Program program = Program.start(data, true);
                Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(15));
            OUT.println("resident, no map open:   " + program.residentMegabytes() + " MiB");
            for (int i = 0; i < 10; i++) {
                openMap(program, browser);
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
            OUT.println("resident, ten maps open: " + program.residentMegabytes() + " MiB after " + seconds + " s");
        }
    }

    private static void openMap(Program program, Browser browser) {
        BrowserContext context = browser.newContext();
        Page page = context.newPage();
        program.signIn(page);
        page.locator("floor-map [data-point]").first().waitFor();
    }
}
