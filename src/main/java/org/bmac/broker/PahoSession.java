package org.bmac.broker;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one broker, from connect to loss; after that it is thrown away, so that nothing of an old connection
 * reaches a new one. Keeps away from the parts of Paho that fail: one callback, no listeners, no reconnect, no QoS 2,
 * acknowledgements by hand.
 */
final class PahoSession implements MqttCallback {
    private static final Logger LOG = LoggerFactory.getLogger(PahoSession.class);
    private static final int REFUSED = 0x80;
    private static final int CONNECT_SECONDS = 5;
    private static final long ANSWER_MILLIS = 30_000;
    private static final long GOODBYE_MILLIS = 1_000;

    /** Who is told what happens on a connection. Called on threads of Paho, which must not be held up for long. */
    interface Events {
        void arrived(String topic, MqttMessage message);

        void lost(PahoSession session, String reason);
    }

    private final BrokerUrl url;
    private final PahoClient client;
    private final Events events;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Repeats repeats = new Repeats();
    private final CountDownLatch expected = new CountDownLatch(1);
    private int receiveMaximum;
    private boolean resumed;

    private PahoSession(BrokerUrl url, String clientId, Events events) throws MqttException {
        this.url = url;
        this.events = events;
        URI address = url.address();
        String paho = (url.secure() ? "ssl://" : "tcp://") + address.getRawAuthority();
        client = new PahoClient(paho, clientId, repeats);
        client.setManualAcks(true);
        client.setCallback(this);
    }

    /**
     * Connects; blocks until that is done.
     *
     * @throws MqttException when it fails
     */
    static PahoSession connect(BrokerUrl url, BrokerProperties properties, @Nullable LastWord lastWord, Events events)
            throws MqttException {
        PahoSession session = new PahoSession(url, properties.clientId(), events);
        try {
            IMqttToken token = session.client.connect(options(url, properties, lastWord));
            token.waitForCompletion(2_000L * CONNECT_SECONDS);
            Integer maximum = token.getResponseProperties().getReceiveMaximum();
            session.receiveMaximum = maximum == null ? 65_535 : maximum;
            session.resumed = token.getSessionPresent();
            return session;
        } catch (MqttException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static MqttConnectionOptions options(
            BrokerUrl url, BrokerProperties properties, @Nullable LastWord lastWord) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(properties.sessionExpiry().toSeconds());
        options.setReceiveMaximum(properties.receiveMaximum());
        options.setKeepAliveInterval((int) properties.keepAlive().toSeconds());
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setAutomaticReconnect(false);
        if (!url.secure()) {
            options.setSocketFactory(new QuickSockets());
        }
        if (url.user() != null) {
            options.setUserName(url.user());
        }
        if (url.password() != null) {
            options.setPassword(url.password().getBytes(StandardCharsets.UTF_8));
        }
        if (lastWord != null) {
            options.setWill(lastWord.message().topic(), PahoMessages.message(lastWord.message()));
        }
        return options;
    }

    /** Lets messages in. What the broker had kept for us comes before we know that we are connected; it waits here. */
    void open() {
        expected.countDown();
    }

    BrokerUrl url() {
        return url;
    }

    /** How many QoS 1 messages the broker takes from us before it has acknowledged the first. */
    int receiveMaximum() {
        return receiveMaximum;
    }

    /** Whether the broker had kept our session. */
    boolean resumed() {
        return resumed;
    }

    /**
     * Subscribes at QoS 1 and waits for the answers. Not to be called on a thread of Paho.
     *
     * @return the filters that the broker refuses
     * @throws MqttException when the connection breaks meanwhile
     */
    List<String> subscribe(List<String> filters) throws MqttException {
        List<IMqttToken> tokens = new ArrayList<>();
        for (String filter : filters) {
            MqttSubscription subscription = new MqttSubscription(filter, 1);
            MqttProperties properties = new MqttProperties();
            properties.setSubscriptionIdentifier(Routes.number(filter));
            tokens.add(client.subscribe(new MqttSubscription[] {subscription}, null, null, properties));
        }
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            tokens.get(i).waitForCompletion(ANSWER_MILLIS);
            if (isRefused(tokens.get(i))) {
                refused.add(filters.get(i));
            }
        }
        return refused;
    }

    /** Sends; completes when the message has left (QoS 0) or the broker has it (QoS 1). */
    void send(Outgoing message, CompletableFuture<Void> done) {
        try {
            IMqttToken _ =
                    client.publish(message.topic(), PahoMessages.message(message), null, new MqttActionListener() {
                        @Override
                        public void onSuccess(IMqttToken token) {
                            if (message.qos() == 1 && isRefused(token)) {
                                done.completeExceptionally(new IllegalStateException("the broker refuses the message"));
                            } else {
                                done.complete(null);
                            }
                        }

                        @Override
                        public void onFailure(IMqttToken token, Throwable failure) {
                            done.completeExceptionally(new IllegalStateException(LinkWords.of(failure, url), failure));
                        }
                    });
        } catch (MqttException | RuntimeException e) {
            done.completeExceptionally(new IllegalStateException(LinkWords.of(e, url), e));
        }
    }

    private static boolean isRefused(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes != null && codes.length > 0 && codes[0] >= REFUSED;
    }

    /** Tells the broker that a QoS 1 message is safe. */
    void acknowledge(int packet) {
        try {
            client.messageArrivedComplete(packet, 1);
        } catch (MqttException | RuntimeException e) {
            LOG.debug("Message {} is not acknowledged, the connection is gone", packet, e);
        }
    }

    /** Says goodbye and frees everything; nothing is reported any more. */
    void close() {
        boolean live = over.compareAndSet(false, true);
        expected.countDown();
        quietly(() -> {
            if (live && client.isConnected()) {
                client.disconnect(0).waitForCompletion(GOODBYE_MILLIS);
            } else {
                client.disconnectForcibly(0, 0, false);
            }
        });
        quietly(() -> client.close(true));
    }

    private interface Step {
        void run() throws MqttException;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (MqttException | RuntimeException e) {
            LOG.debug("A connection that ends could not be tidied up", e);
        }
    }

    private void lost(String reason) {
        if (over.compareAndSet(false, true)) {
            events.lost(this, reason);
        }
    }

    /** What comes when it is over is left unacknowledged: of QoS 1 the broker sends it again to the next one. */
    @Override
    public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
        expected.await();
        if (message.getQos() > 0 && repeats.take(message.getId())) {
            message.setDuplicate(true);
        }
        if (!over.get()) {
            events.arrived(topic, message);
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        MqttException cause = response.getException();
        lost(
                cause == null
                        ? LinkWords.ofReason(response.getReturnCode(), url.host() + ":" + url.port())
                        : LinkWords.of(cause, url));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.warn("The MQTT client reports an error", exception);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // each publish has its own listener
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // whoever connects waits for it
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // no enhanced authentication is asked for
    }
}
