package org.bmac;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.bmac.broker.Broker;
import org.bmac.broker.Link;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Receiver;
import org.bmac.broker.Traffic;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
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

        @Bean
        @Primary
        QuietBroker quietBroker() {
            return new QuietBroker();
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

    /** A broker on which nothing is ever said. */
    final class QuietBroker implements Broker {
        private final AtomicReference<Link> link =
                new AtomicReference<>(new Link(true, "mqtt://quiet", "connected", Instant.EPOCH));

        /** The link is now so. */
        public void link(boolean up, String reason) {
            link.set(new Link(up, "mqtt://quiet", reason, Instant.EPOCH));
        }

        @Override
        public void subscribe(String filter, Receiver receiver) {}

        @Override
        public CompletableFuture<Void> publish(Outgoing message) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Link link() {
            return link.get();
        }

        @Override
        public Traffic traffic() {
            return new Traffic(0, 0, 0, 0);
        }
    }
}
