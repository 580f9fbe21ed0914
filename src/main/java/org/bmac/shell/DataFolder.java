package org.bmac.shell;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Takes a relative data folder as seen from where the program was started; the database accepts only absolute ones. */
class DataFolder implements EnvironmentPostProcessor, Ordered {
    private static final String KEY = "bmac.data";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String folder = environment.getProperty(KEY);
        if (folder != null && !folder.isBlank()) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "absolute data folder",
                            Map.of(
                                    KEY,
                                    Path.of(folder).toAbsolutePath().normalize().toString())));
        }
    }

    /** After the configuration has been read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
