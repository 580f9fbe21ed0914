package org.bmac.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.building.TestBuildings;
import org.junit.jupiter.api.Test;

class UnheardTests {
    private final MovableClock clock = new MovableClock();
    private final DataSource database = TestBuildings.database();
    private final Audit audit = new TestAudit(database, TestBuildings.over(database, _ -> {})).audit();
    private final Unheard unheard = new Unheard(audit, clock);

    private void comes(String name, String address) {
        unheard.add(Entry.of(clock.instant(), What.SIGN_IN_FAILED, name, "", address, "too many attempts"));
    }

    private List<String> written() {
        return audit.find(Sight.ALL, Filter.ALL, Long.MAX_VALUE, 1_000).reversed().stream()
                .map(row -> row.entry().actor() + ": " + row.entry().reason())
                .toList();
    }

    @Test
    void firstStandsThereAtOnceAndTheOthersTogether() {
        comes("anna", "192.0.2.1");
        comes("ben", "192.0.2.1");
        comes("vera", "192.0.2.1");
        comes("anna", "192.0.2.2");
        unheard.write();
        assertThat(written()).containsExactly("anna: too many attempts", "anna: too many attempts");
        clock.move(Unheard.TOGETHER);
        unheard.write();
        assertThat(written())
                .containsExactly(
                        "anna: too many attempts",
                        "anna: too many attempts",
                        "vera: too many attempts; 2 times since the last row");
    }

    @Test
    void afterAMinuteItBeginsAnew() {
        comes("anna", "192.0.2.1");
        clock.move(Unheard.TOGETHER);
        unheard.write();
        comes("anna", "192.0.2.1");
        assertThat(written()).hasSize(2);
    }

    @Test
    void floodFromThousandsOfAddressesIsAHundredRowsAndACount() {
        for (int i = 0; i < 3_000; i++) {
            comes("anna", "2001:db8::" + i);
        }
        clock.move(Duration.ofMinutes(2));
        unheard.write();
        assertThat(written()).hasSize(Unheard.MOST + 2);
        assertThat(written().getLast()).contains("2899 times").contains("several addresses");
    }
}
