package org.bmac.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Value templates of the common forms. */
class TemplateParserTests {
    private static final String JSON =
            "{\"temperature\":21.46,\"a\":{\"b\":7,\"c d\":8},\"l\":[1,2],\"s\":\"ON\",\"n\":\"3.9\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "{{ value_json.temperature }} ~ 21.46",
                "{{value_json['a'].b}} ~ 7",
                "{{ value_json[\"a\"]['c d'] }} ~ 8",
                "{{ value_json.l[1] }} ~ 2",
                "{{ value_json.n | float }} ~ 3.9",
                "{{ value_json.n | int }} ~ 3",
                "{{ value_json.temperature | round(1) }} ~ 21.5",
                "{{ value_json.none | default(5) }} ~ 5",
                "{{ value_json.none | float(2) }} ~ 2",
                "{{ (value_json.a.b | float) * 10 / 4 - 1 }} ~ 16.5",
                "{{ value_json.temperature * 9 / 5 + 32 | round(0) }} ~ 70.628",
                "{{ 'yes' if value_json.s == 'ON' else 'no' }} ~ yes",
                "{{ 'yes' if value_json.a.b != 7 else 'no' }} ~ no",
                "{{ 1 if value_json.s == 'ON' else 0 }} ~ 1",
                "{{ value_json.n | int + 2 }} ~ 5",
                "{{ 'on' if value_json.temperature > 21 else 'off' }} ~ on",
                "{{ 'on' if value_json.temperature <= 21 else 'off' }} ~ off",
                "{{ 'on' if value_json.none < 21 else 'off' }} ~ off",
                "{{ value_json.s | is_defined }} ~ ON",
                "{{ value_json.s | lower }} ~ on"
            })
    void commonFormsAreUnderstood(String template, String expected) {
        Template parsed = TemplateParser.parse(template).orElseThrow();

        assertThat(Json.text(parsed.of(Template.Payload.of(Bytes.of(JSON))))).isEqualTo(expected);
    }

    @Test
    void noTemplateIsThePayloadItself() {
        Template parsed = TemplateParser.parse("").orElseThrow();

        assertThat(Json.text(parsed.of(Template.Payload.of(Bytes.of(" 21.5 ")))))
                .isEqualTo("21.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% if value %}1{% endif %}",
                "{{ states('sensor.x') }}",
                "{{ value_json.a | regex_replace('a','b') }}",
                "{{ value_json. }}",
                "{{ value_json['a }}",
                "{{ value | round( }}",
                "{{ }}",
                "{{ value }} °C",
                "{{}"
            })
    void otherFormsAreRefused(String template) {
        assertThat(TemplateParser.parse(template)).isEmpty();
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        assertThat(TemplateParser.parse("{{" + "(".repeat(400) + "value" + ")".repeat(400) + "}}"))
                .isEmpty();
    }

    @Test
    void randomTemplatesAreReadOrRefusedAndNeverThrow() {
        String[] words = {
            "value",
            "value_json",
            ".a",
            "['a']",
            "[0]",
            "|",
            "float",
            "round",
            "(",
            ")",
            "1",
            "-2",
            "*",
            "/",
            "'x'",
            " if ",
            " else ",
            "==",
            "!=",
            "default",
            ",",
            "+",
            "[",
            "'",
            "\\",
            "é"
        };
        Random random = new Random(7);
        Template.Payload payload = Template.Payload.of(Bytes.of(JSON));
        int read = 0;
        for (int i = 0; i < 500_000; i++) {
            StringBuilder text = new StringBuilder("{{");
            for (int length = random.nextInt(9); length >= 0; length--) {
                text.append(words[random.nextInt(words.length)]);
            }
            read += TemplateParser.parse(text.append("}}").toString())
                    .map(template -> template.of(payload) == null ? 0 : 1)
                    .orElse(0);
        }
        assertThat(read).isBetween(1_000, 499_000);
    }
}
