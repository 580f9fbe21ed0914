package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bmac.broker.Message;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** A node's program on a desk: no network, a clock that is moved, and all that it does written down. */
final class Desk {
    private final List<Effect> effects = new ArrayList<>();
    private final Machine machine;
    private Instant now = Instant.parse("2026-03-10T10:00:00Z");

    Desk(Function<Consumer<Effect>, Machine> program) {
        machine = program.apply(effects::add);
        machine.boot(now);
        machine.connected(now);
    }

    Machine machine() {
        return machine;
    }

    Instant now() {
        return now;
    }

    void hear(String topic, String hex) {
        hear(topic, Bytes.hex(hex), Properties5.NONE, false);
    }

    void hear(Outgoing message) {
        hear(message.topic(), message.payload(), message.properties(), false);
    }

    void hear(String topic, Bytes payload, Properties5 properties, boolean duplicate) {
        machine.hear(new Message(topic, payload, 0, false, duplicate, properties, now), now);
    }

    /** Lets time pass in the steps of the simulator. */
    void pass(Duration time) {
        pass(time, true);
    }

    void pass(Duration time, boolean online) {
        Instant until = now.plus(time);
        while (now.isBefore(until)) {
            now = now.plusMillis(50);
            machine.tick(now, online);
        }
    }

    /** What was published since it was last asked, without the log, as {@code topic hex}. */
    List<String> said() {
        List<String> found = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Publish(Outgoing message)
                    && !message.topic().equals("log/all")) {
                found.add((message.topic() + " " + message.payload().toHex()).trim());
            }
        }
        effects.clear();
        return found;
    }

    /** All that happened since it was last asked. */
    List<Effect> effects() {
        List<Effect> found = List.copyOf(effects);
        effects.clear();
        return found;
    }

    @Nullable
    Outgoing last(String topic) {
        return effects().stream()
                .filter(effect -> effect instanceof Effect.Publish)
                .map(effect -> ((Effect.Publish) effect).message())
                .filter(message -> message.topic().equals(topic))
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
