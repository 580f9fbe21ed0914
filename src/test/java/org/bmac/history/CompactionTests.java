package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.bmac.building.TestBuildings;
import org.junit.jupiter.api.Test;

class CompactionTests {
    @Test
    void whatHasNoFileIsLeftAlone() {
        assertThatCode(() -> new Compaction(TestBuildings.database()).step()).doesNotThrowAnyException();
    }
}
