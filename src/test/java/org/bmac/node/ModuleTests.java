package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleTests {
    @Test
    void maskIsTheSumOfTheBits() {
        assertThat(Module.mask(EnumSet.allOf(Module.class))).isEqualTo(0x1ff);
        assertThat(Module.of(0x61)).containsExactly(Module.THP, Module.PWM, Module.IO);
        assertThat(Module.of(0xfffffe00)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "THP, IO, false", // one bus, two chips
        "THP, CO2, false",
        "CO2, JURA, true",
        "CO2, JURA_TERM, true",
        "JURA, PLANT, true",
        "SWITCH, THP, true",
        "SWITCH, IO, true",
        "SWITCH, MOTION, false",
        "PWM, SWITCH, false", // PWM claims its pins later
        "CO2, CO2, false",
    })
    void modulesThatNeedTheSamePinsConflict(Module one, Module other, boolean conflict) {
        assertThat(one.conflictsWith(other)).isEqualTo(conflict);
        assertThat(other.conflictsWith(one)).isEqualTo(conflict);
    }

    @Test
    void conflictsAreSaidInWords() {
        assertThat(Module.conflicts(Set.of(Module.CO2, Module.JURA)))
                .containsExactly("CO₂ and Coffee counters need the same pins");
        assertThat(Module.conflicts(Set.of(Module.THP, Module.CO2, Module.PWM, Module.IO)))
                .isEmpty();
    }

    @Test
    void modulesBringTheirPoints() {
        assertThat(Module.THP.brings()).containsExactly(Kind.TEMPERATURE, Kind.HUMIDITY, Kind.PRESSURE);
        assertThat(Module.SWITCH.brings()).containsExactly(Kind.CHANGEOVER);
        assertThat(Module.PWM.brings()).isEmpty();
        assertThat(Module.PLANT.pins()).containsExactlyInAnyOrder(16, 1, 3);
    }
}
