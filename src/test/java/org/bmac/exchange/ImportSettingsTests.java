package org.bmac.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ImportSettingsTests {
    @Test
    void aSizeThatCannotBeIsSaid() {
        assertThat(new ImportSettings(DataSize.ofMegabytes(2_047)).largest().toBytes())
                .isLessThanOrEqualTo(Integer.MAX_VALUE);
        for (DataSize wrong : new DataSize[] {DataSize.ofBytes(0), DataSize.ofGigabytes(2)}) {
            assertThatThrownBy(() -> new ImportSettings(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("bmac.import.largest is " + wrong + "; allowed is 1MB to 2047MB.");
        }
    }
}
