package org.bmac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What the README promises about configuration is all there is. */
class ReadmeTests {

    @Test
    void everyKeyIsInTheTableWithItsVariable() throws IOException, ClassNotFoundException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> keys = new ArrayList<>(List.of("bmac.data"));
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (BeanDefinition found : scanner.findCandidateComponents("org.bmac")) {
            Class<?> settings = Class.forName(found.getBeanClassName());
            String prefix = Objects.requireNonNull(settings.getAnnotation(ConfigurationProperties.class))
                    .value();
            collect(prefix, settings, keys);
        }
        assertThat(keys).hasSizeGreaterThan(10);
        for (String key : keys) {
            String variable = key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
            assertThat(readme).contains("| `" + variable + "` | `" + key + "` |");
        }
    }

    private static void collect(String prefix, Class<?> settings, List<String> keys) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                collect(prefix + "." + name, component.getType(), keys);
            } else {
                keys.add(prefix + "." + name);
            }
        }
    }
}
