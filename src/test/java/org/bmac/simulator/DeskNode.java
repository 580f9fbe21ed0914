package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bmac.MovableClock;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.Message;
import org.bmac.broker.Outgoing;
import org.bmac.node.Channel;
import org.bmac.node.Generation;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The program of a simulated node, on the broker in memory, with an unreliable way in between. While it is away the broker
 * keeps what is sent to it for as long as it has not expired, as for a session that is kept. For one thread.
 */
public final class DeskNode {
    private record Kept(Message message, Instant at) {}

    private final InMemoryBroker broker;
    private final MovableClock clock;
    private final Machine machine;
    private final List<String> subscribed = new ArrayList<>();
    private final Deque<Kept> waiting = new ArrayDeque<>();
    private final Deque<Outgoing> late = new ArrayDeque<>();
    private Predicate<Outgoing> lost = _ -> false;
    private Predicate<Outgoing> doubled = _ -> false;
    private Predicate<Outgoing> held = _ -> false;
    private Predicate<Message> deaf = _ -> false;
    private @Nullable Consumer<Message> before;
    private boolean away;

    private DeskNode(InMemoryBroker broker, MovableClock clock, Function<Consumer<Effect>, Machine> program) {
        this.broker = broker;
        this.clock = clock;
        machine = program.apply(this::act);
        machine.boot(clock.instant());
        machine.connected(clock.instant());
    }

    public static DeskNode firmware(InMemoryBroker broker, MovableClock clock, String uid) {
        return new DeskNode(
                broker, clock, radio -> new FirmwareMachine(uid, Generation.CAREFUL, (_, _) -> Double.NaN, 1, radio));
    }

    public static DeskNode bmac5(InMemoryBroker broker, MovableClock clock, String uid, List<Channel> channels) {
        return new DeskNode(broker, clock, radio -> new Bmac5Machine(uid, channels, (_, _) -> Double.NaN, 1, radio));
    }

    /** What an output really does. */
    public double output(Kind kind, int channel) {
        return machine.output(kind, channel);
    }

    /** It lives for this long; the clock moves with it. */
    public void pass(Duration time) {
        Instant until = clock.instant().plus(time);
        while (clock.instant().isBefore(until)) {
            clock.move(Duration.ofMillis(50));
            tick();
        }
    }

    /** Its timers look at the clock. */
    public void tick() {
        machine.tick(clock.instant(), !away);
    }

    /** An output does not move any more; the node confirms commands to it, and reports the truth. */
    public void lie(Kind kind, int channel) {
        machine.jam(new Output(kind, channel));
    }

    /** What it says of this is lost. */
    public void lose(Predicate<Outgoing> words) {
        lost = words;
    }

    /** What it says of this comes twice. */
    public void twice(Predicate<Outgoing> words) {
        doubled = words;
    }

    /** What it says of this waits until {@link #letGo}. */
    public void holdBack(Predicate<Outgoing> words) {
        held = words;
    }

    /** What was held back comes now. */
    public void letGo() {
        held = _ -> false;
        while (!late.isEmpty()) {
            broker.arrive(late.remove());
        }
    }

    /** What is told of this does not reach it. */
    public void deafTo(Predicate<Message> words) {
        deaf = words;
    }

    /** This happens before it obeys any further message. */
    public void before(Consumer<Message> obeyed) {
        before = obeyed;
    }

    /** It loses its connection, and says nothing of it. */
    public void leave() {
        away = true;
    }

    /** It is back, and the broker gives it what has not expired. */
    public void comeBack() {
        away = false;
        machine.connected(clock.instant());
        while (!waiting.isEmpty()) {
            Kept kept = waiting.remove();
            Duration expiry = kept.message.properties().expiry();
            if (expiry == null || clock.instant().isBefore(kept.at.plus(expiry))) {
                machine.hear(kept.message, clock.instant());
            }
        }
    }

    /** Its power fails for a moment. */
    public void restart() {
        machine.boot(clock.instant());
        machine.connected(clock.instant());
    }

    private void act(Effect effect) {
        switch (effect) {
            case Effect.Publish(Outgoing message) -> say(message);
            case Effect.Subscribe(String filter, int _) -> subscribe(filter);
            case Effect.Fetch(), Effect.FetchFrom _ -> machine.fetched(Bytes.NONE);
            case Effect.Restart() -> restart();
        }
    }

    private void subscribe(String filter) {
        if (!subscribed.contains(filter)) {
            subscribed.add(filter);
            broker.subscribe(filter, (message, acknowledgement) -> {
                acknowledgement.run();
                hear(message);
            });
        }
    }

    private void hear(Message message) {
        if (deaf.test(message)) {
            return;
        }
        if (away) {
            waiting.add(new Kept(message, clock.instant()));
            return;
        }
        Consumer<Message> interruption = before;
        if (interruption != null) {
            interruption.accept(message);
        }
        machine.hear(message, clock.instant());
    }

    private void say(Outgoing message) {
        if (away || lost.test(message)) {
            return;
        }
        if (held.test(message)) {
            late.add(message);
            return;
        }
        broker.arrive(message);
        if (doubled.test(message)) {
            broker.arrive(message);
        }
    }
}
