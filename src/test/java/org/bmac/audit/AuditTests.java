package org.bmac.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bmac.building.TestBuildings;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTests {
    private static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");

    private final DataSource database = TestBuildings.database();
    private final JdbcTemplate sql = new JdbcTemplate(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Audit audit = new Audit(new AuditRows(sql), transactions);

    private static Entry entry(String actor, String reason) {
        return Entry.of(NOON, What.SIGN_IN, actor, "operator", "192.0.2.1", reason);
    }

    private void addThree() {
        audit.add(List.of(entry("anna", ""), entry("ben", "")));
        audit.add(entry("vera", ""));
    }

    @Test
    void emptyChainIsWhole() {
        assertThat(audit.check()).isEqualTo(new ChainCheck(0, 0));
    }

    @Test
    void rowsAreNumberedAndChained() {
        addThree();
        assertThat(audit.find(Filter.ALL, Long.MAX_VALUE, 10).stream().map(Row::number))
                .containsExactly(3L, 2L, 1L);
        assertThat(audit.check()).isEqualTo(new ChainCheck(3, 0));
    }

    @Test
    void changedRowIsFound() {
        addThree();
        sql.update("update audit set actor = 'nobody' where number = 2");
        assertThat(audit.check().broken()).isEqualTo(2);
    }

    @Test
    void missingRowIsFoundAlsoAtTheEnd() {
        addThree();
        sql.update("delete from audit where number = 3");
        assertThat(audit.check().broken()).isEqualTo(3);
        sql.update("delete from audit where number = 1");
        assertThat(audit.check().broken()).isEqualTo(1);
    }

    @Test
    void whatIsUndoneLeavesNoGap() {
        audit.add(entry("anna", ""));
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    audit.add(entry("ben", ""));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        audit.add(entry("vera", ""));
        assertThat(audit.check()).isEqualTo(new ChainCheck(2, 0));
    }

    @Test
    void manyThreadsMakeOneChain() {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 200).forEach(i -> threads.execute(() -> audit.add(entry("user" + i, ""))));
        }
        assertThat(audit.check()).isEqualTo(new ChainCheck(200, 0));
    }

    @Test
    void filtersByWhoWhatWhenAndText() {
        audit.add(entry("anna", "50% of it"));
        audit.add(Entry.of(NOON.plusSeconds(60), What.SCENE, "ben", "engineer", "desk", "The scene Evening is new."));
        assertThat(find(new Filter(null, null, "AN", null, Set.of(), ""))).containsExactly(1L);
        assertThat(find(new Filter(null, null, "", null, Set.of(What.SCENE, What.RULES), "")))
                .containsExactly(2L);
        assertThat(find(new Filter(NOON.plusSeconds(1), null, "", null, Set.of(), "")))
                .containsExactly(2L);
        assertThat(find(new Filter(null, NOON.plusSeconds(1), "", null, Set.of(), "")))
                .containsExactly(1L);
        assertThat(find(new Filter(null, null, "", null, Set.of(), "0% o"))).containsExactly(1L);
        assertThat(find(new Filter(null, null, "", null, Set.of(), "_"))).isEmpty();
        assertThat(find(new Filter(null, null, "", 7, Set.of(), ""))).isEmpty();
    }

    private List<Long> find(Filter filter) {
        return audit.find(filter, Long.MAX_VALUE, 10).stream().map(Row::number).toList();
    }

    @Test
    void exportHasNoFormulasAndKeepsItsCells() throws IOException {
        audit.add(entry("=cmd|' /C calc'!A0", "he said \"no\", twice"));
        StringBuilder csv = new StringBuilder();
        audit.export(Filter.ALL, csv);
        assertThat(csv.toString().lines()).hasSize(2);
        assertThat(csv.toString())
                .startsWith("number,time,what,")
                .contains(",'=cmd|' /C calc'!A0,")
                .contains("\"he said \"\"no\"\", twice\"");
    }
}
