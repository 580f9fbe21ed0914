package org.bmac.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.BmacApplication;
import org.bmac.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

/** Every view of the program, and who may open it: a new view has to be written down here. */
class WhoMayOpenWhatTests {
    private static final String ALL = "viewer operator engineer admin";

    private static final Map<String, String> MAY_OPEN = Map.of(
            "login", "everybody",
            "", ALL,
            "list", ALL,
            "kiosk", ALL,
            "account", ALL,
            "unplaced/:node?([0-9]{1,9})", "engineer admin",
            "users", "admin");

    private final AccessAnnotationChecker checker = new AccessAnnotationChecker();

    @Test
    void everyViewOpensForTheseAndForNobodyElse() {
        Map<String, String> found = new TreeMap<>();
        views().forEach(view -> found.put(view.getAnnotation(Route.class).value(), whoMayOpen(view)));

        assertThat(found).containsExactlyInAnyOrderEntriesOf(MAY_OPEN);
    }

    private String whoMayOpen(Class<?> view) {
        if (view.isAnnotationPresent(AnonymousAllowed.class)) {
            return "everybody";
        }
        return Arrays.stream(Role.values())
                .filter(role -> opens(view, role))
                .map(Role::code)
                .collect(Collectors.joining(" "));
    }

    private boolean opens(Class<?> view, Role role) {
        Principal somebody = role::code;
        return checker.hasAccess(view, somebody, asked -> role.held().stream()
                .anyMatch(held -> held.name().equals(asked)));
    }

    private static Stream<Class<?>> views() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        scan.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile("org\\.bmac\\.bench\\..*")));
        return scan.findCandidateComponents(BmacApplication.class.getPackageName()).stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .filter(Component.class::isAssignableFrom);
    }
}
