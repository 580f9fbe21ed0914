package org.bmac.broker;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Starts the embedded broker, if it is the one in use, while the rest of the program starts. It is one of the beans that
 * Spring makes before all others, hence it reads its settings itself.
 */
final class BrokerStart implements BeanFactoryPostProcessor, AutoCloseable {
    private final @Nullable EmbeddedBroker broker;
    private final CompletableFuture<Void> ready;

    private BrokerStart(@Nullable EmbeddedBroker broker) {
        this.broker = broker;
        this.ready = broker == null ? CompletableFuture.completedFuture(null) : broker.start();
    }

    /**
     * Starts it if need be.
     *
     * @throws PortTaken when another program has its port
     */
    static BrokerStart of(Environment environment) {
        BrokerProperties properties = Binder.get(environment).bindOrCreate("bmac.broker", BrokerProperties.class);
        if (!properties.isEmbedded()) {
            return new BrokerStart(null);
        }
        Path folder = Path.of(environment.getProperty("bmac.data", "data"), "broker");
        return new BrokerStart(new EmbeddedBroker(properties.embedded(), folder));
    }

    /** Completes when there is something to connect. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        // being early is all that is wanted
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
    }
}
