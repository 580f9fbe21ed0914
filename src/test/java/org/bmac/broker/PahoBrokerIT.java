package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bmac.MovableClock;
import org.bmac.point.Bytes;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only a network shows: brokers that die, refuse, come back empty. Each test has its own Mosquitto. */
@Timeout(120)
class PahoBrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MovableClock clock = new MovableClock();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void deadBrokerIsPassedOverForALivingOne() {
        Mosquitto living = mosquitto();
        String dead = "mqtt://127.0.0.1:" + Mosquitto.freePort();
        PahoBroker broker = broker("failover", dead, living.uri().toString());
        awaitUp(broker);
        assertThat(broker.link().url()).isEqualTo(living.uri().toString());
    }

    @Test
    void secondBrokerTakesOverWhenTheFirstDies() {
        Mosquitto first = mosquitto();
        Mosquitto second = mosquitto();
        PahoBroker broker =
                broker("takeover", first.uri().toString(), second.uri().toString());
        awaitUp(broker);
        Collected collected = new Collected(true);
        broker.subscribe("over", collected);
        first.kill();
        await().atMost(PATIENCE)
                .until(() -> broker.link().up()
                        && broker.link().url().equals(second.uri().toString()));
        NodeConnection node = node(second.uri(), "over");
        publish(node, "over", "x");
        collected.await(1);
        assertThat(collected.texts()).containsExactly("x");
    }

    @Test
    void subscriptionsAreMadeAgainWhenTheBrokerComesBackEmpty() {
        Mosquitto mosquitto = mosquitto();
        PahoBroker broker = broker("empty", mosquitto.uri().toString());
        Collected collected = new Collected(true);
        broker.subscribe("empty/#", collected);
        awaitUp(broker);
        mosquitto.kill();
        await().atMost(PATIENCE).until(() -> !broker.link().up());
        await().atMost(PATIENCE)
                .until(() -> broker.link().reason().equals("nobody listens at 127.0.0.1:" + mosquitto.port()));
        mosquitto.start();
        awaitUp(broker);
        NodeConnection node = node(mosquitto.uri(), "empty");
        publish(node, "empty/1", "x");
        collected.await(1);
        assertThat(collected.texts()).containsExactly("x");
    }

    @Test
    void willOfALostNodeArrives() {
        Mosquitto mosquitto = mosquitto();
        PahoBroker broker = broker("will", mosquitto.uri().toString());
        Collected collected = new Collected(true);
        broker.subscribe("will/#", collected);
        awaitUp(broker);
        Outgoing will = new Outgoing("will/node", Bytes.of(0), 1, true, Properties5.NONE);
        for (boolean mqtt5 : List.of(true, false)) {
            NodeConnection node = track(NodeConnection.open(
                    new NodeConnection.Options(
                            mosquitto.uri(), "lost" + mqtt5, mqtt5, true, Duration.ofMinutes(1), will, Duration.ZERO),
                    _ -> {},
                    clock));
            await().atMost(PATIENCE).until(node::connected);
            node.drop();
        }
        collected.await(2);
        assertThat(collected.messages()).extracting(Message::payload).containsExactly(Bytes.of(0), Bytes.of(0));
    }

    @Test
    void wrongPasswordIsSaidInWordsAndNeverShown() throws IOException, InterruptedException {
        Path passwords = Files.createTempFile("passwords", "");
        new ProcessBuilder("mosquitto_passwd", "-c", "-b", passwords.toString(), "bmac", "right")
                .inheritIO()
                .start()
                .waitFor();
        Mosquitto mosquitto = track(new Mosquitto("allow_anonymous false", "password_file " + passwords));
        mosquitto.start();
        String address = "127.0.0.1:" + mosquitto.port();
        PahoBroker wrong = broker("wrong", "mqtt://bmac:secret@" + address);
        await().atMost(PATIENCE).until(() -> !wrong.link().reason().equals("not connected yet"));
        assertThat(wrong.link().reason())
                .isIn("the broker refuses the user name or password", "the broker does not let us in");
        assertThat(wrong.link().toString()).doesNotContain("secret");
        assertThat(wrong.link().url()).isEqualTo("mqtt://" + address);
        PahoBroker right = broker("right", "mqtt://bmac:right@" + address);
        awaitUp(right);
    }

    @Test
    void noMoreComesThanMayBeUnacknowledged() {
        Mosquitto mosquitto = mosquitto();
        PahoBroker broker = broker("hold", mosquitto.uri().toString());
        List<Runnable> acknowledgements = new ArrayList<>();
        broker.subscribe("hold", (_, acknowledgement) -> {
            synchronized (acknowledgements) {
                acknowledgements.add(acknowledgement);
            }
        });
        awaitUp(broker);
        NodeConnection node = node(mosquitto.uri(), "hold");
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            sent.add(node.publish(new Outgoing("hold", Bytes.of(1), 1, false, Properties5.NONE)));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        await().atMost(PATIENCE).until(() -> broker.traffic().received() == 8_192);
        await().atMost(PATIENCE).until(() -> {
            List<Runnable> now;
            synchronized (acknowledgements) {
                now = List.copyOf(acknowledgements);
                acknowledgements.clear();
            }
            now.forEach(Runnable::run);
            return broker.traffic().received() == 10_000;
        });
        assertThat(broker.traffic().dropped()).isZero();
    }

    @Test
    void blockedReceiverLosesQos0MessagesOnlyWhenTheQueueStaysFullAndCountsThem() {
        Mosquitto mosquitto = mosquitto();
        BrokerProperties roomy = RealWorld.properties("blocked", mosquitto.uri().toString());
        BrokerProperties tight = new BrokerProperties(
                roomy.urls(),
                roomy.clientId(),
                "",
                "",
                roomy.keepAlive(),
                roomy.sessionExpiry(),
                100,
                100,
                roomy.embedded());
        PahoBroker broker = track(RealWorld.started(tight, clock));
        CompletableFuture<Void> gate = new CompletableFuture<>();
        Collected collected = new Collected(true);
        broker.subscribe("blocked", (message, acknowledgement) -> {
            gate.join();
            collected.on(message, acknowledgement);
        });
        awaitUp(broker);
        NodeConnection node = node(mosquitto.uri(), "blocked");
        for (int i = 0; i < 103; i++) {
            node.publish(Outgoing.plain("blocked", Bytes.of(i))).join();
        }
        await().atMost(PATIENCE).until(() -> broker.traffic().dropped() == 2);
        gate.complete(null);
        collected.await(101);
        assertThat(broker.link().up()).isTrue();
        assertThat(broker.traffic().received()).isEqualTo(103);
        assertThat(collected.size()).isEqualTo(101);
    }

    @Test
    void clientWithOurNameIsSuspectedWhenNoConnectionLasts() {
        Mosquitto mosquitto = mosquitto();
        PahoBroker broker = broker("twin", mosquitto.uri().toString());
        PahoBroker twin = broker("twin", mosquitto.uri().toString());
        await().atMost(PATIENCE)
                .until(() -> broker.link().reason().contains("is another client called twin too?")
                        || twin.link().reason().contains("is another client called twin too?"));
        twin.close();
        awaitUp(broker);
        assertThat(broker.link().reason()).isEqualTo("connected");
    }

    @Test
    void connectionThatIsOverHandsOverNothing() throws Exception {
        Mosquitto mosquitto = mosquitto();
        List<String> arrived = new CopyOnWriteArrayList<>();
        BrokerProperties properties =
                RealWorld.properties("over", mosquitto.uri().toString());
        PahoSession session =
                PahoSession.connect(properties.brokers().getFirst(), properties, null, new PahoSession.Events() {
                    @Override
                    public void arrived(String topic, MqttMessage message) {
                        arrived.add(topic);
                    }

                    @Override
                    public void lost(PahoSession session, String reason) {}
                });
        session.open();
        session.messageArrived("before", new MqttMessage());
        session.close();
        session.messageArrived("after", new MqttMessage());
        assertThat(arrived).containsExactly("before");
    }

    @Test
    void hostThatNobodyKnowsIsSaidInWords() {
        PahoBroker broker = broker("unknown", "mqtt://no.such.host.invalid:1883");
        await().atMost(PATIENCE).until(() -> !broker.link().reason().equals("not connected yet"));
        assertThat(broker.link().reason()).isEqualTo("the host name no.such.host.invalid is not known");
    }

    private Mosquitto mosquitto() {
        Mosquitto mosquitto = track(new Mosquitto());
        mosquitto.start();
        return mosquitto;
    }

    private PahoBroker broker(String name, String... urls) {
        return track(RealWorld.started(RealWorld.properties(name, urls), clock));
    }

    private NodeConnection node(URI broker, String name) {
        NodeConnection node = track(NodeConnection.open(RealWorld.node(broker, "node-" + name), _ -> {}, clock));
        await().atMost(PATIENCE).until(node::connected);
        return node;
    }

    private static void publish(NodeConnection node, String topic, String text) {
        node.publish(new Outgoing(topic, Bytes.of(text), 1, false, Properties5.NONE))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static void awaitUp(PahoBroker broker) {
        await().atMost(PATIENCE).until(() -> broker.link().up());
    }

    private <T extends AutoCloseable> T track(T one) {
        open.add(one);
        return one;
    }
}
