package org.bmac.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokensTests {
    private final DataSource folder = TestAccess.freshFolder();
    private final TestAccess access = TestAccess.inEarnest(folder, "blue-kettle-91");
    private final Actor.Person admin = access.person("admin");

    @Test
    void theSecretIsKeptNowhere() {
        String secret = access.tokens.make(admin, "chart", Role.VIEWER);

        assertThat(secret).startsWith("bmac_").hasSize(48);
        assertThat(JdbcClient.create(folder)
                        .sql("select * from token")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain(secret)
                .doesNotContain(secret.substring(5));
        assertThat(access.tokens.of(admin.user()).toString()).doesNotContain(secret.substring(5));
    }

    @Test
    void aProgramIsItsOwnersWithTheTokensName() {
        String secret = access.tokens.make(admin, " chart ", Role.OPERATOR);

        Actor.Program program = access.tokens.open(secret).orElseThrow();

        assertThat(program.name()).isEqualTo("admin (chart)");
        assertThat(program.role()).isEqualTo(Role.OPERATOR);
        assertThat(program.user()).isEqualTo(admin.user());
    }

    @Test
    void aTokenNeverDoesMoreThanItsOwnerMayByNow() {
        access.users.add(admin, "anna", Role.ENGINEER);
        Actor.Person anna = access.person("anna");
        String secret = access.tokens.make(anna, "chart", Role.ENGINEER);

        access.users.changeRole(admin, anna.user(), Role.VIEWER);

        assertThat(access.tokens.open(secret).orElseThrow().role()).isEqualTo(Role.VIEWER);
        assertThatThrownBy(() -> access.tokens.make(access.person("anna"), "more", Role.ADMIN))
                .hasMessageContaining("more than you may");
    }

    @Test
    void theLastUseIsNotedToTheMinute() {
        String secret = access.tokens.make(admin, "chart", Role.VIEWER);
        assertThat(token().lastUsed()).isNull();

        access.tokens.open(secret);
        assertThat(token().lastUsed()).isEqualTo(access.clock.instant());

        access.clock.move(Duration.ofSeconds(30));
        access.tokens.open(secret);
        assertThat(token().lastUsed()).isBefore(access.clock.instant());

        access.clock.move(Duration.ofSeconds(31));
        access.tokens.open(secret);
        assertThat(token().lastUsed()).isEqualTo(access.clock.instant());
    }

    @Test
    void nobodyTakesTheTokenOfAnother() {
        String secret = access.tokens.make(admin, "chart", Role.VIEWER);
        access.users.add(admin, "anna", Role.ADMIN);

        access.tokens.revoke(access.person("anna"), token().id());

        assertThat(access.tokens.open(secret)).isPresent();
    }

    @Test
    void labelsAndTheNumberOfTokensAreBounded() {
        assertThatThrownBy(() -> access.tokens.make(admin, " ", Role.VIEWER)).hasMessageContaining("needs a name");
        assertThatThrownBy(() -> access.tokens.make(admin, "x".repeat(101), Role.VIEWER))
                .hasMessageContaining("needs a name");
        for (int i = 0; i < Tokens.MOST; i++) {
            access.tokens.make(admin, "token " + i, Role.VIEWER);
        }

        assertThatThrownBy(() -> access.tokens.make(admin, "one more", Role.VIEWER))
                .hasMessage("You have 50 tokens. Take one back first.");
    }

    private Token token() {
        return access.tokens.of(admin.user()).getFirst();
    }
}
