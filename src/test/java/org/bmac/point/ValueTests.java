package org.bmac.point;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What readings and commands carry, for people and for programs. */
class ValueTests {
    @ParameterizedTest
    @CsvSource({
        "temperature, 21.46, 21.5 °C",
        "co2, 612, 612 ppm",
        "espresso, 4294967295, 4294967295",
        "fan, 60, 60 %",
        "relay, 1, on",
        "relay, 0, off",
        "motion, 1, occupied",
        "motion, 0, clear",
        "changeover, 1, heating",
        "changeover, 0, cooling",
        "moisture, 512, 512 raw"
    })
    void peopleReadItWithItsUnitOrAsAWord(String kind, double number, String words) {
        assertThat(Value.of(Kind.of(kind).orElseThrow(), number).inWords()).isEqualTo(words);
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        assertThat(Value.of(Kind.FAN, 101).inWords()).isEqualTo("Fan cannot be 101.0 %");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theNumberOfAValueGivesTheValueAgain(Kind kind) {
        Value one = Value.of(kind, kind == Kind.PRESSURE ? 1_000 : 1);

        assertThat(one).isNotInstanceOf(Value.Unreadable.class);
        assertThat(Value.of(kind, one.asNumber())).isEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatHasNoUnitHasTwoStates(Kind kind) {
        boolean hasNoUnit = kind.unit() == Unit.NONE;

        assertThat(kind.plausible(1) && !kind.plausible(2)).isEqualTo(hasNoUnit);
    }
}
