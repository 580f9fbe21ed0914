package org.bmac;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.LinkChanged;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The whole server on a free port with an empty building in memory, a clock that tests move, a broker without network,
 * and an administrator whose
 * password is {@link #ADMIN_PASSWORD}. Shared by all tests that carry this, so each makes its own users and points.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bmac.demo=false",
            "bmac.admin.password=" + ServerTest.ADMIN_PASSWORD,
            "bmac.broker.urls=mqtt://127.0.0.1:1",
            "vaadin.productionMode=true",
            "spring.datasource.url=jdbc:h2:mem:server;DB_CLOSE_DELAY=-1"
        })
@Import(ServerTest.Doubles.class)
public @interface ServerTest {
    String ADMIN_PASSWORD = "correct-horse-7";

    /** What stands in for the world. */
    @TestConfiguration(proxyBeanMethods = false)
    class Doubles {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }

        @Bean
        @Primary
        InMemoryBroker inMemoryBroker(MovableClock clock, ApplicationEventPublisher events) {
            return new InMemoryBroker(clock, link -> events.publishEvent(new LinkChanged(link)));
        }
    }
}
