package org.bmac.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be imported.
 *
 * @param largest a file may be, as it is sent
 */
@ConfigurationProperties("bmac.import")
record ImportSettings(@DefaultValue("1GB") DataSize largest) {
    private static final long LEAST = 1;
    private static final long MOST = 2_047;

    ImportSettings {
        if (largest.toMegabytes() < LEAST || largest.toMegabytes() > MOST) {
            throw new IllegalArgumentException(
                    "bmac.import.largest is " + largest + "; allowed is " + LEAST + "MB to " + MOST + "MB.");
        }
    }
}
