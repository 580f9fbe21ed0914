package org.bmac;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.LinkChanged;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The whole server on a free port with an empty building in memory, a clock that tests move, a broker whose link they cut,
 * and an administrator. Shared by all tests that carry this, so each makes its own users and points. It has no front end:
 * pages cannot be opened here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bmac.demo=false",
            "bmac.admin.password=" + ServerTest.ADMIN_PASSWORD,
            "bmac.broker.urls=mqtt://127.0.0.1:1",
            "bmac.discovery.enabled=false",
            "bmac.certificate.folder=target/certificates-${random.uuid}",
            "vaadin.productionMode=true",
            "spring.datasource.url=jdbc:h2:mem:server;DB_CLOSE_DELAY=-1"
        })
@Import(ServerTest.Doubles.class)
public @interface ServerTest {
    /** Of the user admin. */
    String ADMIN_PASSWORD = "correct-horse-7";

    /** Where a test, as a sign-in page would, gets the proof that its form is ours. */
    String PROOF = "/icons/proof";

    /** What stands in for the world. */
    @TestConfiguration(proxyBeanMethods = false)
    class Doubles {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }

        /** The real one is never made. */
        @Bean
        static BeanDefinitionRegistryPostProcessor noOtherBroker() {
            return registry -> registry.removeBeanDefinition("broker");
        }

        @Bean
        InMemoryBroker inMemoryBroker(MovableClock clock, ApplicationEventPublisher events) {
            return new InMemoryBroker(clock, link -> events.publishEvent(new LinkChanged(link)));
        }

        @Bean
        RouterFunction<ServerResponse> proof() {
            return RouterFunctions.route()
                    .GET(PROOF, request -> ServerResponse.ok()
                            .body(((CsrfToken) request.servletRequest().getAttribute(CsrfToken.class.getName()))
                                    .getToken()))
                    .build();
        }
    }
}
