package org.bmac.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bmac.point.Unstartable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Takes a PostgreSQL in place of the database in the data folder, where one is named. */
class DatabaseChoice implements EnvironmentPostProcessor, Ordered {
    private static final String KEY = "bmac.database.url";
    private static final String SCHEME = "jdbc:postgresql:";

    /** Several rows go to the server as one statement. */
    private static final String BATCHES = "reWriteBatchedInserts";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String url = environment.getProperty(KEY, "").strip();
        if (url.isEmpty()) {
            return;
        }
        if (!url.startsWith(SCHEME + "//") || url.indexOf('/', SCHEME.length() + 2) < 0) {
            throw new Unstartable(KEY + " is '" + url + "'; allowed is " + SCHEME
                    + "//host/database, or nothing for the database in the data folder.");
        }
        Map<String, Object> chosen = new LinkedHashMap<>();
        chosen.put("spring.datasource.url", url.contains(BATCHES) ? url : withBatches(url));
        chosen.put("spring.datasource.username", environment.getProperty("bmac.database.user", "bmac"));
        chosen.put("spring.datasource.password", environment.getProperty("bmac.database.password", ""));
        chosen.put("spring.flyway.locations", "classpath:db/migration,classpath:db/postgresql");
        environment.getPropertySources().addFirst(new MapPropertySource("chosen database", chosen));
    }

    private static String withBatches(String url) {
        return url + (url.contains("?") ? "&" : "?") + BATCHES + "=true";
    }

    /** After the configuration has been read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
