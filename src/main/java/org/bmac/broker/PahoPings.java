package org.bmac.broker;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttPingSender;
import org.eclipse.paho.mqttv5.client.internal.ClientComms;
import org.jspecify.annotations.Nullable;

/** Tests the link while nothing passes. Paho's own does it on a thread that keeps the process from ending. */
final class PahoPings implements MqttPingSender {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("broker-ping").factory());
    private @Nullable ClientComms connection;

    @Override
    public void init(ClientComms comms) {
        connection = comms;
    }

    @Override
    public void start() {
        if (connection != null) {
            schedule(connection.getKeepAlive());
        }
    }

    @Override
    public void stop() {
        timer.shutdownNow();
    }

    @Override
    public void schedule(long delayInMilliseconds) {
        if (connection != null && !timer.isShutdown()) {
            ClientComms tested = connection;
            var _ = timer.schedule(() -> tested.checkForActivity(), delayInMilliseconds, TimeUnit.MILLISECONDS);
        }
    }
}
