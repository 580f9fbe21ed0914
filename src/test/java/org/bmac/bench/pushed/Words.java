package org.bmac.bench.pushed;

import org.bmac.live.Latest;

/** What stands at a point: the number to one decimal, and its unit. */
final class Words {
    private Words() {}

    static String of(Latest latest) {
        return latest.value() == null ? "–" : Math.rint(latest.value().asNumber() * 10) / 10 + " °C";
    }
}
