package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bmac.MovableClock;
import org.bmac.point.Bytes;
import org.bmac.point.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Broker} promises, with whatever is behind it. */
abstract class BrokerContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A broker under test, connected, and the world around it. */
    interface World extends AutoCloseable {
        Broker broker();

        MovableClock clock();

        /** Somebody else publishes; returns when the message is with the broker. */
        void arrive(Outgoing message);

        /** Breaks the connection, returns when that is seen. */
        void cut();

        /** Mends it, returns when the link is up again. */
        void mend();

        /** So much time passes, for the broker behind as well. */
        void pass(Duration time);

        /** All that was told of the link so far. */
        List<Link> links();

        @Override
        void close();
    }

    private World world;
    private Broker broker;

    abstract World open();

    @BeforeEach
    void connect() {
        world = open();
        broker = world.broker();
        await().atMost(PATIENCE).until(() -> broker.link().up());
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    @Test
    void messagesOfATopicArriveInOrder() {
        Collected collected = subscribe("order/#");
        publish("order/a", 0, 500);
        collected.await(500);
        assertThat(collected.texts()).isEqualTo(numbers(0, 500));
    }

    @Test
    void messageSaysWhereItCameFromAndWhen() {
        Collected collected = subscribe("a/+/c");
        world.arrive(new Outgoing("a/b/c", Bytes.of(0, 1, 255), 1, false, Properties5.NONE));
        world.arrive(new Outgoing("a/b/d", Bytes.of(0), 1, false, Properties5.NONE));
        world.arrive(new Outgoing("a/b2/c", Bytes.NONE, 0, false, Properties5.NONE));
        collected.await(2);
        Message first = collected.messages().getFirst();
        assertThat(first.topic()).isEqualTo("a/b/c");
        assertThat(first.payload()).isEqualTo(Bytes.of(0, 1, 255));
        assertThat(first.qos()).isEqualTo(1);
        assertThat(first.retained()).isFalse();
        assertThat(first.properties()).isEqualTo(Properties5.NONE);
        assertThat(first.at()).isEqualTo(world.clock().instant());
        Message second = collected.messages().get(1);
        assertThat(second.topic()).isEqualTo("a/b2/c");
        assertThat(second.qos()).isZero();
        assertThat(second.payload()).isEqualTo(Bytes.NONE);
    }

    @Test
    void acknowledgedMessageDoesNotComeAgain() {
        Collected collected = subscribe("once");
        publish("once", 0, 10);
        collected.await(10);
        drain();
        world.clock().move(Duration.ofMinutes(1));
        world.cut();
        world.mend();
        publish("once", 10, 11);
        collected.await(11);
        assertThat(collected.texts()).isEqualTo(numbers(0, 11));
    }

    @Test
    void forgottenMessageComesAgainAfterTheReconnect() {
        Collected collected = new Collected(false);
        broker.subscribe("again", collected);
        settle();
        publish("again", 0, 1);
        collected.await(1);
        world.clock().move(Duration.ofMinutes(1));
        world.cut();
        collected.acknowledgeFromNowOn();
        world.mend();
        collected.await(2);
        publish("again", 1, 2);
        collected.await(3);
        assertThat(collected.texts()).isEqualTo(List.of("0", "0", "1"));
    }

    @Test
    void messageThatComesAgainIsKnownByItsReceipt() {
        Collected collected = new Collected(false);
        broker.subscribe("receipt", collected);
        settle();
        publish("receipt", 0, 1);
        collected.await(1);
        world.clock().move(Duration.ofMinutes(1));
        world.cut();
        collected.acknowledgeFromNowOn();
        world.mend();
        collected.await(2);
        publish("receipt", 1, 2);
        collected.await(3);
        List<Receipt> receipts = receipts(collected.messages());
        assertThat(receipts).extracting(Receipt::again).containsExactly(false, true, false);
        Receipt first = receipts.getFirst();
        assertThat(receipts.get(1))
                .isEqualTo(new Receipt(first.link(), first.session(), first.number(), true, first.content()));
        assertThat(receipts.get(2).content()).isNotEqualTo(first.content());
    }

    private static List<Receipt> receipts(List<Message> messages) {
        return messages.stream().map(Message::receipt).filter(Objects::nonNull).toList();
    }

    @Test
    void messageIsAcknowledgedWhenEveryReceiverHasAcknowledgedIt() {
        Collected quick = subscribe("both");
        Collected forgetful = new Collected(false);
        broker.subscribe("both", forgetful);
        settle();
        publish("both", 0, 1);
        forgetful.await(1);
        world.clock().move(Duration.ofMinutes(1));
        world.cut();
        forgetful.acknowledgeFromNowOn();
        world.mend();
        forgetful.await(2);
        assertThat(quick.texts()).contains("0");
        assertThat(forgetful.texts()).isEqualTo(List.of("0", "0"));
    }

    @Test
    void nothingIsLostOverFiveCuts() {
        Collected collected = subscribe("cuts");
        for (int i = 0; i < 5; i++) {
            publish("cuts", i * 200, i * 200 + 100);
            world.cut();
            publish("cuts", i * 200 + 100, i * 200 + 200);
            world.mend();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        collected.texts().stream().distinct().toList())
                .isEqualTo(numbers(0, 1000)));
    }

    @Test
    void keptMessageIsMarkedAsRetainedAndALiveOneIsNot() {
        world.arrive(new Outgoing("kept", Bytes.of("old"), 1, true, Properties5.NONE));
        Collected collected = new Collected(true);
        broker.subscribe("kept", collected);
        collected.await(1);
        world.arrive(new Outgoing("kept", Bytes.of("new"), 1, true, Properties5.NONE));
        collected.await(2);
        assertThat(collected.messages()).extracting(Message::retained).containsExactly(true, false);
        world.arrive(new Outgoing("kept", Bytes.NONE, 1, true, Properties5.NONE));
    }

    @Test
    void propertiesPassInBothDirections() {
        Properties5 properties = new Properties5(
                "back/to/me",
                Bytes.of(0, 0, 1, 44),
                Duration.ofHours(1),
                "text/plain",
                Map.of("unit", "°C", "place", "lab 1"));
        Collected collected = subscribe("properties/#");
        world.arrive(new Outgoing("properties/in", Bytes.of("x"), 1, false, properties));
        broker.publish(new Outgoing("properties/out", Bytes.of("y"), 1, false, properties))
                .join();
        collected.await(2);
        assertThat(collected.messages()).allSatisfy(message -> {
            Properties5 came = message.properties();
            assertThat(came.responseTopic()).isEqualTo("back/to/me");
            assertThat(came.correlation()).isEqualTo(Bytes.of(0, 0, 1, 44));
            assertThat(came.contentType()).isEqualTo("text/plain");
            assertThat(came.user()).isEqualTo(properties.user());
            assertThat(came.expiry()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        });
    }

    @Test
    void expiredMessageIsNotDelivered() {
        Collected collected = subscribe("expiry");
        world.cut();
        world.arrive(new Outgoing("expiry", Bytes.of("short"), 1, false, Properties5.expiring(Duration.ofSeconds(1))));
        world.arrive(new Outgoing("expiry", Bytes.of("long"), 1, false, Properties5.expiring(Duration.ofHours(1))));
        world.pass(Duration.ofSeconds(3));
        world.mend();
        collected.await(1);
        publish("expiry", 0, 1);
        collected.await(2);
        assertThat(collected.texts()).isEqualTo(List.of("long", "0"));
    }

    @Test
    void overlappingFiltersGetAMessageOnceEach() {
        Collected all = subscribe("overlap/#");
        Collected one = subscribe("overlap/+/t");
        Collected same = subscribe("overlap/a/t");
        Collected again = subscribe("overlap/a/t");
        publish("overlap/a/t", 0, 20);
        publish("overlap/end", 20, 21);
        all.await(21);
        for (Collected collected : List.of(one, same, again)) {
            collected.await(20);
            assertThat(collected.texts()).isEqualTo(numbers(0, 20));
        }
        assertThat(all.texts()).isEqualTo(numbers(0, 21));
    }

    @Test
    void receiverThatThrowsDoesNotStopTheOthers() {
        broker.subscribe("throws", (_, _) -> {
            throw new IllegalStateException("as meant by the test");
        });
        Collected collected = subscribe("throws");
        publish("throws", 0, 20);
        collected.await(20);
        drain();
        world.clock().move(Duration.ofMinutes(1));
        world.cut();
        world.mend();
        publish("throws", 20, 21);
        collected.await(21);
        assertThat(collected.texts()).isEqualTo(numbers(0, 21));
    }

    @Test
    void linkSaysInWordsHowItIs() {
        assertThat(broker.link().reason()).isEqualTo("connected");
        assertThat(broker.link().url()).matches("mqtts?://.+");
        world.clock().move(Duration.ofSeconds(7));
        world.cut();
        assertThat(broker.link().up()).isFalse();
        assertThat(broker.link().reason()).isNotBlank().isNotEqualTo("connected");
        assertThat(broker.link().since()).isEqualTo(world.clock().instant());
        world.mend();
        assertThat(broker.link().up()).isTrue();
        assertThat(world.links()).extracting(Link::up).contains(false, true);
    }

    @Test
    void publishingWhileTheLinkIsDownFailsAtOnce() {
        world.cut();
        CompletableFuture<Void> sent = broker.publish(Outgoing.plain("nowhere", Bytes.NONE));
        assertThat(sent).isCompletedExceptionally();
        assertThatThrownBy(sent::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class);
        world.mend();
        assertThat(broker.publish(Outgoing.plain("somewhere", Bytes.NONE))).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void burstOfTwentyThousandMessagesDoesNotFail() {
        Collected collected = subscribe("burst");
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            sent.add(broker.publish(new Outgoing("burst", Bytes.of(Integer.toString(i)), 1, false, Properties5.NONE)));
        }
        assertThat(CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)))
                .succeedsWithin(60, TimeUnit.SECONDS);
        collected.await(20_000);
        assertThat(collected.texts()).isEqualTo(numbers(0, 20_000));
        assertThat(broker.traffic().sent()).isGreaterThanOrEqualTo(20_000);
        assertThat(broker.traffic().received()).isGreaterThanOrEqualTo(20_000);
        assertThat(broker.traffic().dropped()).isZero();
    }

    @Test
    void topicsAreNotMixedUp() {
        Collected collected = subscribe("mixed/#");
        List<String> topics = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String topic = "mixed/" + (i * 7) % 23;
            topics.add(topic);
            CompletableFuture<Void> _ =
                    broker.publish(new Outgoing(topic, Bytes.of(topic), i % 2, false, Properties5.NONE));
        }
        collected.await(400);
        assertThat(collected.messages())
                .allSatisfy(message -> assertThat(message.payload().text()).isEqualTo(message.topic()))
                .extracting(Message::topic)
                .containsExactlyInAnyOrderElementsOf(topics);
    }

    @Test
    void malformedFilterIsRefused() {
        for (String filter : List.of("", "a/#/b", "a+/b", "a/b#", "$share/g/a")) {
            assertThatThrownBy(() -> broker.subscribe(filter, (_, _) -> {}))
                    .as(filter)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a topic filter");
        }
    }

    private Collected subscribe(String filter) {
        Collected collected = new Collected(true);
        broker.subscribe(filter, collected);
        settle();
        return collected;
    }

    /** Subscribing does not wait for the broker; what comes back to us proves that it has been done. */
    private void settle() {
        Collected probe = new Collected(true);
        String topic = "probe/" + System.nanoTime();
        broker.subscribe(topic, probe);
        await().atMost(PATIENCE).until(() -> {
            world.arrive(Outgoing.plain(topic, Bytes.NONE));
            return !probe.messages().isEmpty();
        });
    }

    /** Acknowledgements that are under way when the link breaks are lost; the broker has those before this message. */
    private void drain() {
        broker.publish(new Outgoing("drain", Bytes.NONE, 1, false, Properties5.NONE))
                .join();
    }

    private void publish(String topic, int from, int to) {
        for (int i = from; i < to; i++) {
            world.arrive(new Outgoing(topic, Bytes.of(Integer.toString(i)), 1, false, Properties5.NONE));
        }
    }

    static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }
}
