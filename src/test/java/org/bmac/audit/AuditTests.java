package org.bmac.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.access.TestRights;
import org.bmac.access.UserId;
import org.bmac.building.Buildings;
import org.bmac.building.TestBuildings;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTests {
    private static final Actor ADMIN = new Actor.Person(new UserId(1), "admin", Role.ADMIN);
    private static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");

    private final DataSource database = TestBuildings.database();
    private final JdbcTemplate sql = new JdbcTemplate(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Buildings buildings = TestBuildings.over(database, _ -> {});
    private final Rights rights = TestRights.over(database, buildings);
    private final Audit audit = new Audit(new AuditRows(sql), rights, buildings, transactions);

    private static Entry entry(String actor, String reason) {
        return Entry.of(NOON, What.SIGN_IN, actor, "operator", "192.0.2.1", reason);
    }

    private void addThree() {
        audit.add(List.of(entry("anna", ""), entry("ben", "")));
        audit.add(entry("vera", ""));
    }

    @Test
    void emptyChainIsWhole() {
        assertThat(audit.check(_ -> {})).isEqualTo(ChainCheck.whole(0));
    }

    @Test
    void rowsAreNumberedAndChained() {
        addThree();
        assertThat(audit.find(Sight.ALL, Filter.ALL, Long.MAX_VALUE, 10).stream()
                        .map(Row::number))
                .containsExactly(3L, 2L, 1L);
        assertThat(audit.check(_ -> {})).isEqualTo(ChainCheck.whole(3));
    }

    @Test
    void changedRowIsFound() {
        addThree();
        sql.update("update audit set actor = 'nobody' where number = 2");
        assertThat(audit.check(_ -> {})).isEqualTo(ChainCheck.changed(2));
        assertThat(audit.check(_ -> {}).isWhole()).isFalse();
    }

    @Test
    void chainThatWasForgedAnewDoesNotEndAsNoted() {
        addThree();
        String forged =
                Chain.hash(audit.find(Sight.ALL, Filter.ALL, 3, 1).getFirst().hash(), 3, entry("nobody", ""));
        sql.update("update audit set actor = 'nobody', hash = ? where number = 3", forged);
        assertThat(audit.check(_ -> {})).isEqualTo(ChainCheck.replaced(3));
    }

    @Test
    void checkIsForEngineersOneAtATimeAndTellsHowFarItIs() {
        addThree();
        List<Double> progress = new ArrayList<>();
        assertThat(audit.check(ADMIN, share -> {
                    progress.add(share);
                    assertThatThrownBy(() -> audit.check(ADMIN, _ -> {})).hasMessageContaining("for somebody else");
                }))
                .isEqualTo(ChainCheck.whole(3));
        assertThat(progress).containsExactly(1.0);
        Actor operator = new Actor.Person(new UserId(2), "ben", Role.OPERATOR);
        assertThatThrownBy(() -> audit.check(operator, _ -> {})).isInstanceOf(AccessDeniedException.class);
        assertThat(audit.check(ADMIN, _ -> {}).isWhole()).isTrue();
    }

    @Test
    void missingRowIsFoundAlsoAtTheEnd() {
        addThree();
        sql.update("delete from audit where number = 3");
        assertThat(audit.check(_ -> {}).broken()).isEqualTo(3);
        sql.update("delete from audit where number = 1");
        assertThat(audit.check(_ -> {}).broken()).isEqualTo(1);
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
        assertThat(audit.check(_ -> {})).isEqualTo(ChainCheck.whole(2));
    }

    @Test
    void manyThreadsMakeOneChain() {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 200).forEach(i -> threads.execute(() -> audit.add(entry("user" + i, ""))));
        }
        assertThat(audit.check(_ -> {})).isEqualTo(ChainCheck.whole(200));
    }

    @Test
    void filtersByWhoWhatWhenAndText() {
        audit.add(entry("anna", "50% of it"));
        audit.add(Entry.of(NOON.plusSeconds(60), What.SCENE, "ben", "engineer", "desk", "The scene Evening is new."));
        assertThat(find(new Filter(null, null, "AN", Set.of(), Ending.ANY, "", "")))
                .containsExactly(1L);
        assertThat(find(new Filter(null, null, "", Set.of(What.SCENE, What.RULES), Ending.ANY, "", "")))
                .containsExactly(2L);
        assertThat(find(new Filter(NOON.plusSeconds(1), null, "", Set.of(), Ending.ANY, "", "")))
                .containsExactly(2L);
        assertThat(find(new Filter(null, NOON.plusSeconds(1), "", Set.of(), Ending.ANY, "", "")))
                .containsExactly(1L);
        assertThat(find(new Filter(null, null, "", Set.of(), Ending.ANY, "", "0% o")))
                .containsExactly(1L);
        assertThat(find(new Filter(null, null, "", Set.of(), Ending.ANY, "", "_")))
                .isEmpty();
        assertThat(find(new Filter(null, null, "", Set.of(), Ending.ANY, "foyer", "")))
                .isEmpty();
    }

    @Test
    void filtersByPlaceAndOutcome() {
        for (String outcome : List.of("confirmed", "refused", "unanswered", "mismatched", "superseded", "")) {
            audit.add(ended(outcome));
        }
        audit.add(Entry.of(NOON, What.SIGN_IN_FAILED, "ben", "", "192.0.2.1", "too many attempts"));
        assertThat(find(by(Ending.ANY, ""))).hasSize(7);
        assertThat(find(by(Ending.TROUBLE, ""))).containsExactly(7L, 4L, 3L, 2L);
        assertThat(find(by(Ending.CONFIRMED, ""))).containsExactly(1L);
        assertThat(find(by(Ending.SUPERSEDED, "FOYER"))).containsExactly(5L);
        assertThat(find(by(Ending.ANY, "Lab"))).isEmpty();
    }

    private static Filter by(Ending ending, String place) {
        return new Filter(null, null, "", Set.of(), ending, place, "");
    }

    private static Entry ended(String outcome) {
        return new Entry(
                NOON,
                What.OUTCOME,
                "anna",
                "operator",
                "",
                "operator",
                7,
                "Fan, 0.01 Foyer",
                8,
                "60 %",
                "",
                "",
                1L,
                outcome,
                "",
                1L,
                null);
    }

    private List<Long> find(Filter filter) {
        return audit.find(Sight.ALL, filter, Long.MAX_VALUE, 10).stream()
                .map(Row::number)
                .toList();
    }

    @Test
    void exportHasNoFormulasAndKeepsItsCells() throws IOException {
        audit.add(entry("=cmd|' /C calc'!A0", "he said \"no\", twice"));
        StringBuilder csv = new StringBuilder();
        audit.export(ADMIN, Filter.ALL, csv);
        assertThat(csv.toString().lines()).hasSize(2);
        assertThat(csv.toString())
                .startsWith("number,time,what,")
                .contains(",'=cmd|' /C calc'!A0,")
                .contains("\"he said \"\"no\"\", twice\"");
    }
}
