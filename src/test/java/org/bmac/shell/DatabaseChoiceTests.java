package org.bmac.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bmac.point.Unstartable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DatabaseChoiceTests {
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withoutAKeyItIsTheOneInTheDataFolder() {
        assertThat(chosen("spring.datasource.url")).isNull();
    }

    @Test
    void aPostgresIsTakenWithItsUser() {
        environment.setProperty("bmac.database.url", "jdbc:postgresql://db.example:5433/bmac");
        environment.setProperty("bmac.database.user", "house");
        environment.setProperty("bmac.database.password", "secret");

        assertThat(chosen("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://db.example:5433/bmac?reWriteBatchedInserts=true");
        assertThat(chosen("spring.datasource.username")).isEqualTo("house");
        assertThat(chosen("spring.datasource.password")).isEqualTo("secret");
        assertThat(chosen("spring.flyway.locations")).endsWith("classpath:db/postgresql");
    }

    @Test
    void whatTheAddressSaysAlreadyStays() {
        environment.setProperty("bmac.database.url", "jdbc:postgresql://db/bmac?sslmode=require");
        assertThat(chosen("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://db/bmac?sslmode=require&reWriteBatchedInserts=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "jdbc:mysql://db/bmac", "jdbc:postgresql://db", "jdbc:h2:mem:x"})
    void anotherAddressIsRefusedWithASentence(String url) {
        environment.setProperty("bmac.database.url", url);

        assertThatThrownBy(() -> chosen("spring.datasource.url"))
                .isInstanceOf(Unstartable.class)
                .hasMessage("bmac.database.url is '" + url + "'; allowed is jdbc:postgresql://host/database,"
                        + " or nothing for the database in the data folder.");
    }

    private @Nullable String chosen(String key) {
        new DatabaseChoice().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(key);
    }
}
