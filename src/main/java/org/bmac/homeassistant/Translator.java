package org.bmac.homeassistant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.broker.Message;
import org.bmac.node.Intake;
import org.bmac.node.NodeMessage;
import org.bmac.node.Sign;
import org.bmac.node.Source;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says to the intake, in our words, what devices of other worlds say. All of it on the broker's delivery thread; a message
 * that makes no sense is about nothing, or makes its point unreadable, and never throws.
 */
@Component
class Translator {
    private static final int MOST_WORDS = 20_000;

    private final Announced announced;
    private final Intake intake;
    private final Map<Availability, Word> words = new HashMap<>();
    private final Map<String, Boolean> there = new ConcurrentHashMap<>();
    private final Map<PointId, Fan> fans = new HashMap<>();
    private long told;

    /** Whether somebody said to be there, as the so-many-th who said anything. */
    private record Word(boolean there, long number) {}

    /** What is known of a fan that says on two topics what it does. */
    private record Fan(@Nullable Boolean on, @Nullable Value speed) {
        static final Fan UNKNOWN = new Fan(null, null);

        Optional<Value> value() {
            return Boolean.FALSE.equals(on) ? Optional.of(new Value.Duty(0)) : Optional.ofNullable(speed);
        }
    }

    Translator(Announced announced, Intake intake) {
        this.announced = announced;
        this.intake = intake;
    }

    /** A device said something on one of the topics that it had announced. */
    void on(Message message, Runnable acknowledgement) {
        Catalogue catalogue = announced.catalogue();
        List<NodeMessage.Measured> values = new ArrayList<>();
        if (message.payload().length() > Json.LONGEST) {
            Value tooLong =
                    new Value.Unreadable("a message of " + message.payload().length() + " bytes is too long");
            catalogue.on(message.topic()).forEach(entry -> values.add(measured(entry, tooLong, message)));
        } else {
            Template.Payload payload = Template.Payload.of(message.payload());
            presences(catalogue, message, payload);
            for (Entry entry : catalogue.on(message.topic())) {
                value(entry, message.topic(), payload).ifPresent(value -> values.add(measured(entry, value, message)));
            }
        }
        intake.hear(message, new NodeMessage.Translated(values), acknowledgement);
    }

    /** A device that announces itself anew is told to be there or gone anew. */
    void forget(String uid) {
        there.remove(uid);
    }

    private NodeMessage.Measured measured(Entry entry, Value value, Message message) {
        if (!message.retained()) {
            announced.reported(entry.point(), value, message.payload(), message.at());
        }
        return new NodeMessage.Measured(
                new Source.Uid(entry.uid()),
                entry.kind(),
                entry.channel(),
                value,
                value instanceof Value.Unreadable ? Quality.BAD : Quality.GOOD);
    }

    private Optional<Value> value(Entry entry, String topic, Template.Payload payload) {
        Signal signal = entry.signal();
        Power power = signal.power();
        if (power == null) {
            return signal.read(payload);
        }
        Fan now = fans.getOrDefault(entry.point(), Fan.UNKNOWN);
        Optional<Boolean> on = topic.equals(power.topic()) ? power.read(payload) : Optional.empty();
        Optional<Value> speed = topic.equals(signal.topic()) ? signal.read(payload) : Optional.empty();
        if (on.isPresent()) {
            now = new Fan(on.get(), now.speed());
        }
        if (speed.isPresent()) {
            now = new Fan(now.on(), speed.get());
        }
        fans.put(entry.point(), now);
        return on.isPresent() || speed.isPresent() ? now.value() : Optional.empty();
    }

    /** A device is gone when nothing of it is there. */
    private void presences(Catalogue catalogue, Message message, Template.Payload payload) {
        Set<String> concerned = new LinkedHashSet<>();
        for (Availability availability : catalogue.availabilitiesOn(message.topic())) {
            Optional<Boolean> said = availability.read(payload);
            if (said.isPresent()) {
                if (words.size() > MOST_WORDS) {
                    words.clear();
                }
                words.put(availability, new Word(said.get(), ++told));
                concerned.addAll(catalogue.dependingOn(availability));
            }
        }
        for (String uid : concerned) {
            List<Entry> entries = catalogue.devices().getOrDefault(uid, List.of());
            presence(
                    uid,
                    entries.stream().anyMatch(entry -> isThere(entry.signal().presence())),
                    message);
        }
    }

    /** What is retained tells how it is, too. */
    private void presence(String uid, boolean now, Message message) {
        Boolean before = there.put(uid, now);
        if (before == null ? !now : before != now) {
            Message alone = new Message(
                    message.topic(),
                    message.payload(),
                    0,
                    message.retained(),
                    false,
                    message.properties(),
                    message.at());
            intake.hear(alone, new NodeMessage.Presence(uid, now ? Sign.ALIVE : Sign.GONE), () -> {});
        }
    }

    /** Who has said nothing yet counts as being there. */
    private boolean isThere(Presence presence) {
        List<Word> said = presence.sources().stream()
                .map(words::get)
                .filter(word -> word != null)
                .toList();
        if (said.isEmpty()) {
            return true;
        }
        return switch (presence.mode()) {
            case ALL -> said.stream().allMatch(Word::there);
            case ANY -> said.stream().anyMatch(Word::there);
            case LATEST ->
                said.stream()
                        .max(java.util.Comparator.comparingLong(Word::number))
                        .orElseThrow()
                        .there();
        };
    }
}
