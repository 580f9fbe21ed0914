package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFilterTests {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "a, a, true",
        "a, b, false",
        "a, a/b, false",
        "a/b, a, false",
        "#, a, true",
        "#, a/b/c, true",
        "#, /, true",
        "a/#, a, true",
        "a/#, a/, true",
        "a/#, a/b/c, true",
        "a/#, ab, false",
        "a/b/#, a, false",
        "+, a, true",
        "+, a/b, false",
        "+, /a, false",
        "/+, /a, true",
        "+/+, /a, true",
        "a/+, a/, true",
        "a/+, a, false",
        "a/+/c, a/b/c, true",
        "a/+/c, a/b/d, false",
        "a/+/c, a//c, true",
        "+/b/#, a/b, true",
        "+/b/#, a/b/c/d, true",
        "+/#, a, true",
        "#, $SYS/uptime, false",
        "+/uptime, $SYS/uptime, false",
        "$SYS/#, $SYS/uptime, true",
        "pwm/response, pwm/responses, false",
        "pwm/responses, pwm/response, false"
    })
    void filterMatchesAsTheSpecificationSays(String filter, String topic, boolean matches) {
        assertThat(TopicFilter.matches(TopicFilter.checked(filter), topic)).isEqualTo(matches);
    }
}
